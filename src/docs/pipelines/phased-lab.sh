#!/usr/bin/env bash
#
# The pipeline of the lab exercise (src/docs/lab.md): registers a phased release with two waves, and tells what waits for
# whom until its rollback was rehearsed.
# Needs bash and curl only.
#
#   SLIPWAY   address of the portal with the demo, such as http://localhost:8080
#   phased-lab.sh <release> <environment>
#
# Optional: USER_NAME and PASSWORD (else those of the demo's release manager), ATTEMPTS and PAUSE (patience).

set -euo pipefail

if [ $# -ne 2 ]; then
  sed -n '3,10s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
release=$1 environment=$2
api="${SLIPWAY:?is not set}/api/v1"
credentials="${USER_NAME:-release-manager}:${PASSWORD:-slipway-demo}"
attempts=${ATTEMPTS:-360} pause=${PAUSE:-10}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# call METHOD PATH [FILE]: the answer in $answer, its status in $status.
call() {
  local arguments=(--silent --show-error --output "$answer" --write-out '%{http_code}' --request "$1" --user "$credentials")
  if [ $# -gt 2 ]; then
    arguments+=(--header 'Content-Type: application/yaml' --data-binary "@$3")
  fi
  status=$(curl "${arguments[@]}" "$api$2")
}

plan=$(mktemp)
trap 'rm -f "$answer" "$plan"' EXIT
start=$(date -u -d '+20 days' +%Y-%m-%dT18:00:00Z) end=$(date -u -d '+20 days' +%Y-%m-%dT22:00:00Z)
cat > "$plan" <<PLAN
name: Receipts by mail
type: minor
model: phased
environment: $environment
scope: Receipts are sent by mail as well. Not in it is a choice of language.
services: [Payments]
planned_start: $start
planned_end: $end
rollback_criteria: More than five complaints within an hour.
rollback_plan: Each wave is taken back by its steps, the last first.
backups: "Databases of the services: full backup before the start."
communication_plan: Service desk and branches two days before, by mail.
support_days: 14
waves:
  - key: pilot
    name: Pilot branches
    targets: [Bern, Basel]
    steps:
      - {key: deploy-pilot, name: Deploy to the pilot branches, kind: manual, role: deployment-manager, minutes: 20, way_back: {how: Bring the former version back to the pilot branches, minutes: 10}}
      - {key: ask-pilot, name: Ask the pilot branches, kind: manual, role: deployment-manager, minutes: 15, after: [{step: deploy-pilot}], way_back: {how: ""}}
  - key: all
    name: All branches
    targets: [North, South]
    steps:
      - {key: deploy-all, name: Deploy to all branches, kind: manual, role: deployment-manager, minutes: 30, way_back: {how: Bring the former version back everywhere, minutes: 15}}
PLAN

call POST "/releases?key=$release" "$plan"
case $status in
  201) echo "$release is registered: $SLIPWAY/releases/$release" ;;
  409 | 422)
    if ! call GET "/releases/$release" || [ "$status" != 200 ]; then
      cat "$answer" >&2
      exit 1
    fi
    echo "$release is there already: $SLIPWAY/releases/$release" ;;
  *)
    echo "not registered ($status):" >&2
    cat "$answer" >&2
    exit 1 ;;
esac

told=''
for ((i = 0; i < attempts; i++)); do
  call GET "/releases/$release/steps"
  now=$(grep -o '"name" *: *"[^"]*"' "$answer" | sed 's/.*: *"\(.*\)"/\1/' | sort | tr '\n' ',' | sed 's/,$//; s/,/, /g')
  if [ "$now" != "$told" ]; then
    echo "$(date -u +%H:%M:%S) waits: ${now:-nothing}"
    told=$now
  fi
  call GET "/releases/$release/checklist"
  word=$(sed -n 's/^  - rollback_plan: //p' "$answer")
  case $word in
    documented_and_tested | rehearsal_outdated | rehearsal_failed)
      echo "the rollback was rehearsed: $word"
      grep '^# rollback_plan' "$answer"
      exit 0 ;;
  esac
  sleep "$pause"
done
echo "the rollback was not rehearsed in this time" >&2
exit 1
