#!/bin/sh
# Installs the Debian packages that billfold builds with, those that are missing.
# The one place that names them.
set -eu
packages="libcmark-gfm-dev libcmark-gfm-extensions-dev libssl-dev libutf8proc-dev libyaml-dev make pkg-config"

missing=""
for package in $packages; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
echo "installing:$missing" >&2
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
