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

	each("[data-focus]", function (element) {
		element.focus();
	});
})();
