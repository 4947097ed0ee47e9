-- Who had answered 410 before it was kept since when, and was not switched on again, wants nothing more either: what was
-- queued for it meanwhile is given up.
UPDATE "subscribers" SET "gone_at" = "said"."at" FROM "admin_events" AS "said"
WHERE "subscribers"."gone_at" IS NULL AND NOT "subscribers"."enabled" AND "subscribers"."removed_at" IS NULL
  AND "said"."subject" = 'webhook/' || "subscribers"."id" AND "said"."act" = 'webhook.disable'
  AND "said"."after" ->> 'reason' = 'gone'
  AND NOT EXISTS (
    SELECT FROM "admin_events" AS "later"
    WHERE "later"."subject" = "said"."subject" AND "later"."id" > "said"."id"
      AND ("later"."act" = 'webhook.disable' OR "later"."act" = 'webhook.change' AND "later"."after" ->> 'enabled' = 'true')
  );
--> statement-breakpoint
-- For a named partner everything waits, as it does for one that goes today.
UPDATE "deliveries" SET "status" = 'givenUp', "detail" = 'gone', "settled_at" = now() FROM "subscribers"
WHERE "deliveries"."subscriber" = "subscribers"."id" AND "deliveries"."status" = 'pending'
  AND "subscribers"."gone_at" IS NOT NULL AND "subscribers"."mapping" = 'events';
