#!/bin/sh
# The databases and their owners: one for the service, two for Temporal. The service itself owns nothing: it has the
# rights that `npm run db:migrate` gives it. Runs once, in an empty cluster.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v pakn="$PAKN_DB_PASSWORD" -v owner="$PAKN_OWNER_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE pakn LOGIN PASSWORD :'pakn';
CREATE ROLE pakn_owner LOGIN PASSWORD :'owner';
CREATE DATABASE pakn OWNER pakn_owner;
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal';
\connect pakn
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
SQL
