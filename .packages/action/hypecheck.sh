#!/usr/bin/env bash
# What the GitHub Action does, one command a step: install, check, comment. It reads what it is given from the
# environment (INPUT_*, and what GitHub sets), so that nothing that was given is ever run as a part of a script.
set -euo pipefail

# A summary has 1 MiB at most; GitHub takes nothing of what is longer.
most_of_summary=1000000
# With this `hypecheck diff` begins what it writes for a comment, so that it is found again: one comment a pull request,
# and not one a push.
mark='<!-- hypecheck diff -->'

fail() {
  printf '::error title=hypecheck::%s\n' "$*"
  exit 2
}

# set_output NAME VALUE: what later steps see.
set_output() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

# The version that this Action was released with: it is checked out whole, with its manifest.
own_version() { sed -n 's/^version = "\(.*\)"$/\1/p' "$GITHUB_ACTION_PATH/Cargo.toml" | head -n 1; }

target() {
  case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
    Linux-X64) echo x86_64-unknown-linux-musl ;;
    Linux-ARM64) echo aarch64-unknown-linux-musl ;;
    macOS-X64) echo x86_64-apple-darwin ;;
    macOS-ARM64) echo aarch64-apple-darwin ;;
    Windows-X64) echo x86_64-pc-windows-msvc ;;
    Windows-ARM64) echo aarch64-pc-windows-msvc ;;
    *) return 1 ;;
  esac
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

get() { curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$2" "$1"; }

# from_release VERSION FOLDER: unpacks what was released for this machine. Without such a file it ends with 1; a file
# that is not what was released ends the step.
from_release() {
  local platform archive from sum
  platform=$(target) || return 1
  archive=hypecheck-$1-$platform.tar.gz
  from=${GITHUB_SERVER_URL:-https://github.com}/hypecheck/hypecheck/releases/download/v$1
  get "$from/$archive" "$2/$archive" || return 1
  get "$from/SHA256SUMS" "$2/SHA256SUMS" || fail "$archive was released without SHA256SUMS to hold it against"
  sum=$(awk -v name="$archive" '$2 == name { print $1 }' "$2/SHA256SUMS")
  [ -n "$sum" ] || fail "SHA256SUMS does not name $archive"
  [ "$sum" = "$(sha256 "$2/$archive")" ] || fail "$archive is not what SHA256SUMS says"
  mkdir -p "$2/bin"
  # A name with a drive in it would be taken for another machine's.
  (cd "$2" && tar -xzf "$archive" --strip-components 1 -C bin)
}

# from_source VERSION FOLDER: builds it; for the Action's own version from the sources that came with the Action.
from_source() {
  command -v cargo >/dev/null || fail "hypecheck $1 was not released for this machine, and there is no cargo to build it with"
  if [ "$1" = "$(own_version)" ]; then
    cargo install --path "$GITHUB_ACTION_PATH" --locked --root "$2"
  else
    cargo install hypecheck --version "=$1" --locked --root "$2"
  fi
}

install() {
  local version=${INPUT_VERSION:-} folder=$RUNNER_TEMP/hypecheck
  [ -n "$version" ] || version=$(own_version)
  version=${version#v}
  # It becomes a part of an address.
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?$ ]] || fail "\`version\` is $version, and must be like 0.1.0"
  rm -rf -- "$folder"
  mkdir -p -- "$folder"
  from_release "$version" "$folder" || from_source "$version" "$folder"
  printf '%s\n' "$folder/bin" >>"$GITHUB_PATH"
  set_output version "$version"
}

# Fills `paths` with those that were given, one a line.
read_paths() {
  local line
  paths=()
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    [ -z "${line//[[:space:]]/}" ] || paths+=("$line")
  done <<<"${INPUT_PATHS:-.}"
  [ "${#paths[@]}" -gt 0 ] || paths=(.)
}

# at_most BYTES FILE: its whole lines up to there, and a word where some are left out.
at_most() {
  if [ "$(wc -c <"$2")" -le "$1" ]; then
    cat -- "$2"
  else
    head -c "$1" -- "$2" | sed '$d'
    printf '\n\n_Shortened: there is more than GitHub shows._\n'
  fi
}

check() {
  local sarif=$RUNNER_TEMP/hypecheck.sarif summary=$RUNNER_TEMP/hypecheck-summary.md shown=human code=0
  read_paths
  rm -f -- "$sarif" "$summary"
  if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then shown=github; fi
  hypecheck check --color never --fail-on "${INPUT_FAIL_ON:-error}" --format "$shown" --format "sarif=$sarif" \
    --format "markdown=$summary" -- "${paths[@]}" || code=$?
  # The findings are shown and sent before they fail the job; the last step does that.
  set_output exit-code "$code"
  if [ -s "$sarif" ]; then set_output sarif "$sarif"; fi
  if [ "${INPUT_SUMMARY:-true}" = true ] && [ -s "$summary" ]; then
    at_most "$most_of_summary" "$summary" >>"$GITHUB_STEP_SUMMARY"
  fi
}

# Our comment on the pull request, if there is one.
find_comment() {
  gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" \
    --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1
}

comment() {
  local moved=$RUNNER_TEMP/hypecheck-moved.md comment
  read_paths
  # A checkout has one commit unless it was asked for more.
  git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth 1 origin "$BASE"
  hypecheck diff --rev "$BASE" --fail-on never --format markdown -- "${paths[@]}" >"$moved" ||
    fail "the claims could not be compared with those of $BASE"
  comment=$(find_comment)
  if [ -n "$comment" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --field "body=@$moved"
  elif grep -q '^#### ' "$moved"; then
    # Each kind of change has a heading of its own; without one no claim moved, and nobody need hear of it.
    gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --field "body=@$moved"
  fi
}

case ${1:-} in
  install | check | comment) "$1" ;;
  *) fail "there is no command \`${1:-}\`: install, check or comment" ;;
esac
