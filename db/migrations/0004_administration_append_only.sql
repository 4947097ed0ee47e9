-- What administrators did stays as it was written (R5).
CREATE TRIGGER admin_events_append_only BEFORE UPDATE OR DELETE ON admin_events FOR EACH ROW EXECUTE FUNCTION refuse_alteration();
--> statement-breakpoint
CREATE TRIGGER admin_events_not_truncated BEFORE TRUNCATE ON admin_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_alteration();
