CREATE FUNCTION "keep_history"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME; END $$;--> statement-breakpoint
CREATE TRIGGER "events_are_kept" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "reviews_are_kept" BEFORE UPDATE OR DELETE ON "reviews" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "ledger_entries_are_kept" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "booked_competencies_are_kept" BEFORE UPDATE OR DELETE ON "booked_competencies" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "former_awards_are_kept" BEFORE UPDATE OR DELETE ON "former_awards" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "former_bands_are_kept" BEFORE UPDATE OR DELETE ON "former_bands" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "pinned_rule_sets_are_kept" BEFORE UPDATE OR DELETE ON "pinned_rule_sets" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "overlays_are_kept" BEFORE UPDATE OR DELETE ON "overlays" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "credit_uses_are_kept" BEFORE UPDATE OR DELETE ON "credit_uses" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "snapshots_are_kept" BEFORE UPDATE OR DELETE ON "snapshots" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_files_are_kept" BEFORE UPDATE OR DELETE ON "state_files" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_file_rows_are_kept" BEFORE UPDATE OR DELETE ON "state_file_rows" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "state_file_refusals_are_kept" BEFORE UPDATE OR DELETE ON "state_file_refusals" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE TRIGGER "record_views_are_kept" BEFORE UPDATE OR DELETE ON "record_views" FOR EACH ROW EXECUTE FUNCTION "keep_history"();--> statement-breakpoint
CREATE FUNCTION "keep_origin"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% keep who made them and when', TG_TABLE_NAME; END $$;--> statement-breakpoint
CREATE TRIGGER "activities_keep_their_origin" BEFORE UPDATE OF "member_id", "created_at" ON "activities" FOR EACH ROW EXECUTE FUNCTION "keep_origin"();--> statement-breakpoint
CREATE TRIGGER "completions_keep_their_origin" BEFORE UPDATE OF "member_id", "source", "created_at" ON "completions" FOR EACH ROW EXECUTE FUNCTION "keep_origin"();--> statement-breakpoint
CREATE TRIGGER "evidence_keep_their_origin" BEFORE UPDATE OF "member_id", "created_at" ON "evidence" FOR EACH ROW EXECUTE FUNCTION "keep_origin"();--> statement-breakpoint
CREATE TRIGGER "submissions_keep_their_origin" BEFORE UPDATE OF "member_id", "activity_id", "completion_id", "award_id", "evidence_id", "submitted_at" ON "submissions" FOR EACH ROW EXECUTE FUNCTION "keep_origin"();--> statement-breakpoint
CREATE TRIGGER "submissions_stay" BEFORE DELETE ON "submissions" FOR EACH ROW WHEN (OLD."evidence_id" IS NULL) EXECUTE FUNCTION "keep_history"();
