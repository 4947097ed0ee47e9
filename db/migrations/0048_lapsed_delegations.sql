-- A delegation ends with the rights on which it rests, and does not come back with them.
UPDATE "delegations" SET "ended_at" = now(), "ended_by" = 'service'
WHERE "ended_at" IS NULL AND "through" >= current_date AND NOT EXISTS (
  SELECT 1 FROM "accounts" AS "head" JOIN "accounts" AS "colleague" ON "colleague"."agency" = "head"."agency"
  WHERE "head"."id" = "delegations"."absent" AND "head"."role" = 'agency_lead' AND NOT "head"."disabled"
    AND "colleague"."id" = "delegations"."delegate" AND NOT "colleague"."disabled"
    AND "colleague"."role" IN ('agency_officer', 'agency_lead', 'reception')
);
