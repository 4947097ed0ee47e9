-- A root that was published, and what it covers, stays (R5).
CREATE TRIGGER record_roots_append_only BEFORE UPDATE OR DELETE ON record_roots FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER record_roots_not_truncated BEFORE TRUNCATE ON record_roots FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER record_leaves_append_only BEFORE UPDATE OR DELETE ON record_leaves FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER record_leaves_not_truncated BEFORE TRUNCATE ON record_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
