#!/usr/bin/env bash
#
# Takes a release through its build: waits for the step, delivers a unit, what belongs to it and the package, and tells how
# the tests went.
# Needs bash, curl and sha256sum only.
#
#   SLIPWAY        address of the portal, such as https://slipway.example.com
#   SLIPWAY_TOKEN  a token with the role build engineer, for this release or its service
#   release.sh <release> <unit> <version> <file> <address of the artifact>
#
# Optional: COMMIT, COMMITTED_AT (else those of git), DOCUMENTATION, SCRIPTS (addresses of the package's papers),
# BOM (a file of CycloneDX, delivered as the unit's bill of materials), DOCUMENT (a file, uploaded as documentation),
# TESTS (a file of JUnit XML, delivered as evidence), TEST_OUTCOME (success, failure, cancel or error),
# RUN (id and source of this run), ATTEMPTS and PAUSE (patience).

set -euo pipefail

if [ $# -ne 5 ]; then
  sed -n '3,15s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
release=$1 unit=$2 version=$3 file=$4 artifact=$5
api="${SLIPWAY:?is not set}/api/v1"
: "${SLIPWAY_TOKEN:?is not set}"
attempts=${ATTEMPTS:-60} pause=${PAUSE:-10}
run=${RUN:-$(hostname)/$$}
commit=${COMMIT:-$(git rev-parse HEAD)}
committed_at=${COMMITTED_AT:-$(TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)}
documentation=${DOCUMENTATION:-} scripts=${SCRIPTS:-$artifact.deploy}
[ -n "$documentation${DOCUMENT:-}" ] || documentation=$artifact.docs
digest=$(sha256sum "$file" | cut -d ' ' -f 1)
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# call METHOD PATH [BODY [TYPE]]: the answer in $answer, its status in $status. Whatever is sent again under the same key is done once.
call() {
  local arguments=(--silent --show-error --output "$answer" --write-out '%{http_code}' --request "$1"
    --header "Authorization: Bearer $SLIPWAY_TOKEN" --retry 5 --retry-connrefused)
  if [ $# -gt 2 ]; then
    local key
    key=$(printf '%s' "$1 $2 $3" | sha256sum | cut -d ' ' -f 1)
    arguments+=(--header "Content-Type: ${4:-application/json}" --header "Idempotency-Key: $key" --data-binary "$3")
  fi
  status=$(curl "${arguments[@]}" "$api$2")
}

# send METHOD PATH TYPE FILE: a file as it is. Sent again, it is there already.
send() {
  status=$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' --request "$1" --retry 5 --retry-connrefused \
    --header "Authorization: Bearer $SLIPWAY_TOKEN" --header "Content-Type: $3" --data-binary "@$4" "$api$2")
}

# encoded TEXT: as part of an address.
encoded() {
  local LC_ALL=C text=$1 i
  for ((i = 0; i < ${#text}; i++)); do
    case ${text:i:1} in
      [a-zA-Z0-9._-]) printf '%s' "${text:i:1}" ;;
      *) printf '%%%02X' "'${text:i:1}" ;;
    esac
  done
}

# expect STATUS WORDS: ends here, with what the portal says, if it answered otherwise. One of several: 200|201.
expect() {
  if [[ ! "$status" =~ ^($1)$ ]]; then
    echo "$2: the portal answers $status" >&2
    cat "$answer" >&2
    exit 1
  fi
  echo "$2"
}

# until_found PATH TEXT WORDS: asks again until the answer has the text.
until_found() {
  for ((i = 1; i <= attempts; i++)); do
    call GET "$1"
    if [ "$status" = 200 ] && grep --quiet --fixed-strings "$2" "$answer"; then
      echo "$3"
      return
    fi
    if [ "$status" = 401 ] || [ "$status" = 403 ] || [ "$status" = 404 ]; then
      break
    fi
    sleep "$pause"
  done
  expect none "$3: waited in vain"
}

until_found "/releases/$release/steps" '"step":"release/deliver-units"' "$release is being built"

call POST "/releases/$release/units" "{\"name\": \"$unit\", \"version\": \"$version\", \"artifact\": \"$artifact\",
  \"digest\": \"$digest\", \"commit\": \"$commit\", \"committedAt\": \"$committed_at\"}"
expect 201 "Delivered $unit $version, sha256:$digest"
id=$(sed -n 's/.*"id":\([0-9]*\).*/\1/p' "$answer")

if [ -n "${BOM:-}" ]; then
  send PUT "/releases/$release/units/$id/bom" application/octet-stream "$BOM"
  expect '200|201' "Delivered the bill of materials"
fi

if [ -n "${DOCUMENT:-}" ]; then
  send POST "/releases/$release/documents?kind=documentation&name=$(encoded "$(basename "$DOCUMENT")")" application/octet-stream "$DOCUMENT"
  expect '200|201' "Uploaded $(basename "$DOCUMENT")"
fi

call POST "/releases/$release/package" "{\"documentation\": \"$documentation\", \"scripts\": \"$scripts\"}"
expect 202 "Delivered the package"

until_found "/releases/$release" '"phase":"TEST"' "$release is being tested"

if [ -n "${TESTS:-}" ]; then
  key=$(printf '%s' "$release $digest $(sha256sum <"$TESTS")" | sha256sum | cut -d ' ' -f 1)
  status=$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' --retry 5 --retry-connrefused \
    --header "Authorization: Bearer $SLIPWAY_TOKEN" --header "Idempotency-Key: $key" \
    --form format=junit --form level=unit --form "name=Tests of $unit" --form "unit=$digest" --form "source=$run" \
    --form "file=@$TESTS" "$api/releases/$release/evidence")
  expect '200|201' "Delivered the test results"
fi

call POST /events "{\"specversion\": \"1.0\", \"type\": \"dev.cdevents.testsuiterun.finished.0.2.0\", \"id\": \"$run-tests\",
  \"source\": \"$run\", \"data\": {\"context\": {}, \"subject\": {\"id\": \"$run\", \"content\": {\"outcome\": \"${TEST_OUTCOME:-success}\"}},
  \"customData\": {\"release\": \"$release\", \"digest\": \"$digest\"}}}" application/cloudevents+json
expect 202 "Told how the tests went; a test manager decides"

call GET "/releases/$release/gates"
expect 200 "How do the gates judge?"
cat "$answer"
echo

call GET "/releases/$release/readiness"
expect 200 "May it be deployed now?"
cat "$answer"
echo
