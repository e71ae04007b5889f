#!/usr/bin/env bash
# Puts a real VS Code (its server and workbench, from the npm package code-server), the Node it wants and a browser for
# it on this machine, in a cache folder, and prints that folder. What is there already is left alone.
#
#   test/setup-vscode.sh          # ${XDG_CACHE_HOME:-$HOME/.cache}/hypecheck/vscode/4.139.1
set -euo pipefail

version=4.139.1 # VS Code 1.139.1
node_major=24   # the Node that it asks for
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hypecheck/vscode
place=$cache/$version

say() { printf '%s\n' "$*" >&2; }

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then
  command -v apt-get >/dev/null || { say "No chromium on PATH: install it, or name one in CHROMIUM."; exit 1; }
  say "Installing chromium"
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2
fi

if [ ! -e "$place/complete" ]; then
  say "Installing VS Code (code-server $version) into $place"
  mkdir -p "$cache"
  # Unpacked beside its place and moved there when whole: a setup that was cut short leaves nothing half done.
  fresh=$(mktemp -d "$cache/new.XXXXXX")
  trap 'rm -rf "$fresh"' EXIT
  cd "$fresh"
  npm pack --silent "code-server@$version" >/dev/null
  tar xzf "code-server-$version.tgz"
  rm "code-server-$version.tgz"
  # `npm ci` refuses the shrinkwrap file that ships with it. No install scripts: nothing native is needed to run.
  (cd package/lib/vscode && npm install --silent --omit=dev --ignore-scripts --no-audit --no-fund >&2)
  case $(uname -m) in x86_64) arch=x64 ;; aarch64 | arm64) arch=arm64 ;; *) say "No Node package for $(uname -m)."; exit 1 ;; esac
  npm install --silent --ignore-scripts --no-save --no-audit --no-fund --prefix . "node-linux-$arch@$node_major" >&2
  ln -s "node_modules/node-linux-$arch/bin/node" node
  ./node --version >complete
  rm -rf "$place"
  mv "$fresh" "$place"
  trap - EXIT
fi

printf '%s\n' "$place"
