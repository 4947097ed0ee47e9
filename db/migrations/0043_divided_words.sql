DROP INDEX "publications_words";--> statement-breakpoint
DROP INDEX "case_words_words";--> statement-breakpoint
CREATE INDEX "publications_words" ON "publications" USING gin ("words",(array[date_trunc('month', "published_at" at time zone 'UTC')]));--> statement-breakpoint
CREATE INDEX "case_words_words" ON "case_words" USING gin ("words",(array[left("case_code", strpos("case_code", '-') + 4)]));