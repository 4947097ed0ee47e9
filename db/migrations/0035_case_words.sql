CREATE TABLE "case_words" (
	"case_code" text PRIMARY KEY NOT NULL,
	"words" "tsvector" STORAGE EXTERNAL NOT NULL,
	"sketch" integer[] NOT NULL
);
--> statement-breakpoint
-- One pass over the table.
ALTER TABLE "publications" DROP COLUMN "search",
  ADD COLUMN "words" "tsvector" STORAGE EXTERNAL GENERATED ALWAYS AS (search_words(number || ' ' || coalesce(title, '') || ' ' || coalesce(content, '') || ' ' || answer)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "publications_words" ON "publications" USING gin ("words");--> statement-breakpoint
ALTER TABLE "cases" DROP COLUMN "sketch", DROP COLUMN "search";
