#!/usr/bin/env bash
# Builds one image without any registry, runs it and asks for its health:
#
#     bash deploy/container-check.sh [SERVICE] [BINARY]
#
# SERVICE is gateway unless said otherwise. BINARY is an executable that carries the Swift library in
# itself; without one it is built. The runtime stage of the Containerfile is laid on a base that
# debootstrap makes (kept in .build/container, the first time takes a minute); buildah and podman work
# with plain folders and no daemon, so this runs inside a container too. Everything else is removed.
set -euo pipefail
service=${1:-gateway}
binary=${2:+$(realpath "$2")}
cd "$(dirname "$0")/.."
source deploy/setup.sh
work=$PWD/.build/container
image=localhost/smart-cooking-$service:check
container=smart-cooking-check-$$
mkdir -p "$work"
log=$work/check.log
: >"$log"

say() { printf 'container: %s\n' "$*"; }
broken() { tail -n 25 "$log" >&2; printf 'container: %s\n' "$*" >&2; exit 1; }
quietly() { "$@" >>"$log" 2>&1; }

((EUID == 0)) || fail "needs root: debootstrap makes the base, and nothing maps users"
need_packages buildah podman runc debootstrap python3 binutils

# vfs copies instead of overlaying, and needs neither a kernel module nor a mount.
places=(--root "$work/storage" --runroot "$work/run" --storage-driver vfs)
buildah=(timeout 300 buildah "${places[@]}")
podman=(timeout 60 podman "${places[@]}" --runtime "$(command -v runc)" --cgroup-manager cgroupfs)

clean() {
  "${podman[@]}" rm --force --ignore "$container" || true
  "${buildah[@]}" rm --all || true
  # Never across a mount, should one have been left behind.
  rm -rf --one-file-system "$work/storage" "$work/run" "$work/context" "$work/rootfs"
} >>"$log" 2>&1
trap clean EXIT

if [[ -z $binary ]]; then
  say "building $service"
  quietly "${static_build[@]}" --product "$service" || broken "$service does not build"
  binary=$("${static_build[@]}" --show-bin-path)/$service
fi
[[ -x $binary ]] || broken "no executable at $binary"
[[ $(ldd "$binary" 2>&1) != *libswift* ]] ||
  broken "$binary needs Swift's libraries: build it with --static-swift-stdlib"

base=$work/base-bookworm.tar
if [[ ! -s $base ]]; then
  say "making a base of Debian 12"
  rm -rf --one-file-system "$work/rootfs"
  quietly timeout 500 debootstrap --variant=minbase bookworm "$work/rootfs" || broken "debootstrap failed"
  rm -rf "$work"/rootfs/var/cache/apt/archives/*.deb "$work"/rootfs/var/lib/apt/lists/*
  tar -C "$work/rootfs" --one-file-system -cf "$base.new" .
  mv "$base.new" "$base"
fi

say "building the image of $service"
rm -rf --one-file-system "$work/storage" "$work/run" "$work/context"
mkdir -p "$work/context/deploy"
cp deploy/healthcheck.sh "$work/context/deploy/"
install -s "$binary" "$work/context/service" 2>>"$log" || install "$binary" "$work/context/service"
scratch=$("${buildah[@]}" from scratch 2>>"$log")
quietly "${buildah[@]}" add "$scratch" "$base" /
quietly "${buildah[@]}" commit --rm "$scratch" localhost/debian-base || broken "cannot import the base"
quietly "${buildah[@]}" build --isolation chroot --format docker --pull-never \
  --file deploy/Containerfile --ignorefile /dev/null --target runtime-prebuilt --build-arg RUNTIME_IMAGE=localhost/debian-base --build-arg BINARY=service \
  --tag "$image" "$work/context" || broken "the image does not build"

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
admin=$(free_port)
say "running it"
# The limits are the highest that a caller without CAP_SYS_RESOURCE may still set; without systemd no
# timer can ask for the health by itself, so it is asked here.
quietly "${podman[@]}" run --detach --name "$container" --network host \
  --ulimit nofile=4096:4096 --ulimit nproc=4096:4096 --health-interval disable \
  --read-only --cap-drop all \
  --env SMART_COOKING_LISTEN="127.0.0.1:$(free_port)" --env SMART_COOKING_ADMIN_LISTEN="127.0.0.1:$admin" \
  --env SMART_COOKING_AI_SUGGESTION=127.0.0.1:50051 --env SMART_COOKING_COOKING_HISTORY=127.0.0.1:50052 \
  --env SMART_COOKING_RATING_HANDLER=127.0.0.1:50053 --env SMART_COOKING_INGREDIENT_VALIDATOR=127.0.0.1:50054 \
  "$image" || broken "the container does not start"

healthy() { quietly "${podman[@]}" healthcheck run "$container"; }
for ((until = SECONDS + 30; SECONDS < until; )); do
  if healthy; then break; fi
  [[ $("${podman[@]}" inspect --format '{{.State.Running}}' "$container") == true ]] || break
  sleep 0.5
done
quietly "${podman[@]}" logs "$container" || true
healthy || broken "$service is not healthy"
user=$("${podman[@]}" exec "$container" id -u)
[[ $user == 10001 ]] || broken "runs as user $user"
quietly "${podman[@]}" exec "$container" touch /var/lib/smart-cooking/probe || broken "cannot write its data"

quietly "${podman[@]}" stop --time 10 "$container" || broken "does not stop"
code=$("${podman[@]}" inspect --format '{{.State.ExitCode}}' "$container")
[[ $code == 0 ]] || broken "ended with $code after SIGTERM"
if SMART_COOKING_ADMIN_LISTEN=127.0.0.1:$admin bash deploy/healthcheck.sh 2>/dev/null; then
  broken "healthy though it has ended"
fi
size=$("${podman[@]}" image inspect --format '{{.Size}}' "$image")
say "$service is healthy as user $user, ends with 0 after SIGTERM, $((size / 1000000)) MB"
