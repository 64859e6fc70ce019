CREATE FUNCTION "keep_history"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME; END $$;--> statement-breakpoint
CREATE TRIGGER "events_are_kept" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "reviews_are_kept" BEFORE UPDATE OR DELETE ON "reviews" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "ledger_entries_are_kept" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "pinned_rule_sets_are_kept" BEFORE UPDATE OR DELETE ON "pinned_rule_sets" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "overlays_are_kept" BEFORE UPDATE OR DELETE ON "overlays" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "credit_uses_are_kept" BEFORE UPDATE OR DELETE ON "credit_uses" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "snapshots_are_kept" BEFORE UPDATE OR DELETE ON "snapshots" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_files_are_kept" BEFORE UPDATE OR DELETE ON "state_files" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_file_rows_are_kept" BEFORE UPDATE OR DELETE ON "state_file_rows" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_file_refusals_are_kept" BEFORE UPDATE OR DELETE ON "state_file_refusals" FOR EACH ROW EXECUTE FUNCTION "keep_history"();
