/*
 * yimen.js - small comforts.  Every page works without them.
 *
 *   <form data-keep>               asks before leaving what was typed and not sent
 *   <form data-once>               a second press within some seconds is not sent
 *   <… data-refresh="3">           the page is fetched again after so many seconds
 *   <button data-print hidden>     shown, and prints
 *   <button data-copy="TEXT" data-copied="WORDS" hidden>   shown, and copies
 *   <… data-focus>                 takes the focus when the page opens (mistakes)
 *   <input type="file" data-most="BYTES" data-words="…">   says so before a file too large is sent
 *   <html data-kiosk>              a machine in a hall: asks after 45 s without a touch, ends the visit after 60
 */
(function () {
	"use strict";

	function each(selector, act) {
		document.querySelectorAll(selector).forEach(act);
	}

	each("form[data-keep]", function (form) {
		var changed = false;

		form.addEventListener("input", function () {
			changed = true;
		});
		form.addEventListener("submit", function () {
			changed = false;
		});
		window.addEventListener("beforeunload", function (event) {
			if (changed)
				event.preventDefault();
		});
	});

	each("form[data-once], form[method=post]", function (form) {
		var sent_at = 0;

		form.addEventListener("submit", function (event) {
			if (event.timeStamp - sent_at < 5000 && sent_at > 0)
				event.preventDefault();
			else
				sent_at = event.timeStamp;
		});
	});

	each("[data-refresh]", function (element) {
		var seconds = Number(element.dataset.refresh);

		if (seconds > 0)
			setTimeout(function () {
				location.reload();
			}, Math.max(seconds, 2) * 1000);
	});

	each("[data-print]:not(html)", function (button) {
		button.hidden = false;
		button.addEventListener("click", function () {
			window.print();
		});
	});

	each("[data-copy]", function (button) {
		if (!navigator.clipboard)
			return;
		button.hidden = false;
		button.addEventListener("click", function () {
			navigator.clipboard.writeText(button.dataset.copy).then(function () {
				if (button.dataset.copied)
					button.textContent = button.dataset.copied;
			});
		});
	});

	each("input[type=file][data-most]", function (input) {
		input.addEventListener("change", function () {
			var most = Number(input.dataset.most);
			var large = Array.prototype.some.call(input.files, function (file) {
				return file.size > most;
			});

			input.setCustomValidity(large ? input.dataset.words : "");
			if (large)
				input.reportValidity();
		});
	});

	if (document.documentElement.dataset.kiosk) {
		var ask_ms = 45000, end_ms = 60000;
		var idle = document.querySelector("[data-kiosk-idle]");
		var left = document.querySelector("[data-kiosk-left]");
		var end = document.querySelector("[data-kiosk-end]");
		var touched_at = Date.now(), ended = false;
		var touched = function () {
			touched_at = Date.now();
			if (idle)
				idle.hidden = true;
		};

		["pointerdown", "keydown", "wheel", "touchstart"].forEach(function (what) {
			document.addEventListener(what, touched, { passive: true, capture: true });
		});
		setInterval(function () {
			var rests = Date.now() - touched_at;

			if (rests >= end_ms && !ended && end) {
				ended = true;
				document.querySelectorAll("form").forEach(function (form) {
					form.reset();
				});
				try {
					sessionStorage.clear();
					localStorage.clear();
				} catch (unused) {
					/* a browser that keeps nothing has nothing to clear */
				}
				end.submit();
			} else if (rests >= ask_ms && idle && idle.hidden) {
				idle.hidden = false;
				idle.querySelector("button").focus();
			}
			if (left && !ended)
				left.textContent = Math.max(0, Math.ceil((end_ms - rests) / 1000));
		}, 250);
		window.addEventListener("pageshow", function (event) {
			if (event.persisted)
				location.reload();
		});
	}

	each("[data-focus]", function (element) {
		element.focus();
	});
})();
