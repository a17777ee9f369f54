#!/bin/sh
# build.sh - make the static files: style, script and pictures under hashed names.
#
# usage: static/build.sh OUT [MANIFEST]
#
# Reads static/ and node_modules/ (of the source tree, or NODE_MODULES=), asks
# nobody on the network.  Writes OUT/NAME-HASH.EXT, the same compressed beside
# it, and the manifest (OUT/asset.hdf) with asset.NAME = /static/NAME-HASH.EXT.
# What is there already under the same name is not touched; older names stay.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=${1:?usage: build.sh OUT [MANIFEST]}
manifest=${2:-$out/asset.hdf}
modules=${NODE_MODULES:-$here/../node_modules}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out" "$(dirname "$manifest")"

# Each drawing becomes a class; its text goes into a data: address.
icons() {
	for icon in "$here"/icons/*.svg; do
		name=$(basename "$icon" .svg)
		text=$(tr -d '\n\t' < "$icon" |
		    sed "s/\"/'/g; s/%/%25/g; s/#/%23/g; s/</%3C/g; s/>/%3E/g")
		printf '.ym-icon--%s{--icon:url("data:image/svg+xml,%s")}\n' "$name" "$text"
	done
}

# place FILE NAME EXT: under the name its content gives it.
place() {
	hash=$(sha256sum "$1" | cut -c 1-12)
	hashed=$2-$hash.$3
	if [ ! -e "$out/$hashed" ]; then
		cp "$1" "$out/.$hashed"
		chmod 644 "$out/.$hashed"
		gzip -n -9 -c "$out/.$hashed" > "$out/.$hashed.gz"
		mv "$out/.$hashed.gz" "$out/$hashed.gz"
		mv "$out/.$hashed" "$out/$hashed"
	fi
	printf 'asset.%s = /static/%s\n' "$2" "$hashed" >> "$work/manifest"
}

icons > "$work/_icons.scss"
node "$modules/sass/sass.js" --no-source-map --style=compressed --quiet-deps \
    --load-path="$work" --load-path="$modules" "$here/style/yimen.scss" "$work/style.css"
echo '# Made by static/build.sh: the hashed names of the static files.' > "$work/manifest"
place "$work/style.css" style css
place "$here/script/yimen.js" script js
place "$here/favicon.svg" favicon svg
place "$here/mark.svg" mark svg
place "$here/scene.svg" scene svg
cp "$here/unavailable.html" "$out/unavailable.html"
chmod 644 "$out/unavailable.html"
mv "$work/manifest" "$manifest"
chmod 644 "$manifest"
