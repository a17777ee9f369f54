#!/bin/sh
# conf/yimen.conf is the table of base/config.c as printed.
. "$(dirname "$0")/gate.sh"

"$YIMEN_BUILD/yimenctl" print-config 2>&1 | diff -u conf/yimen.conf - | grep '^[-+]' | sed 's|^|conf/yimen.conf: |' >>"$findings"

verdict "conf/yimen.conf equals the printed table"
