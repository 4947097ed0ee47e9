DROP INDEX "drafts_files";--> statement-breakpoint
CREATE INDEX "drafts_files" ON "drafts" USING gin ("attachments") WHERE "drafts"."status" in ('waiting', 'set_aside');