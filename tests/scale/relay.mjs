// relay.mjs HERE THERE … - a socket here that leads to a socket there over TCP, as stunnel would between two machines.
import { rmSync } from "node:fs";
import net from "node:net";

function join(a, b) {
	for (const [one, other] of [[a, b], [b, a]]) {
		one.on("error", () => other.destroy());
		one.on("close", () => other.destroy());
		one.pipe(other);
	}
}

const [, , ...pairs] = process.argv;

while (pairs.length > 0) {
	const [here, there] = pairs.splice(0, 2);
	const wire = net.createServer((from) => join(from, net.connect(there)));

	await new Promise((go) => wire.listen(0, "127.0.0.1", go));
	rmSync(here, { force: true });
	net.createServer((from) => join(from, net.connect(wire.address().port, "127.0.0.1"))).listen(here);
}
