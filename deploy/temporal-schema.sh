#!/bin/sh
# Creates Temporal's two databases and brings them to the schema of this version. Safe to repeat.
set -eu
schema=/etc/temporal/schema/postgresql/v12
tool() { temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" "$@"; }
prepare() {
  tool --db "$1" create
  # An existing schema refuses its first version; the update that follows tells whether all is well.
  tool --db "$1" setup-schema -v 0.0 || true
  tool --db "$1" update-schema -d "$schema/$2/versioned"
}
prepare temporal temporal
prepare temporal_visibility visibility
