#!/bin/bash
# Exits 0 when the admin port of this container answers /health with 200. Bash alone, because the
# image carries no HTTP client.
set -euo pipefail
listen=${SMART_COOKING_ADMIN_LISTEN:-127.0.0.1:9090}
exec 3<>"/dev/tcp/127.0.0.1/${listen##*:}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
