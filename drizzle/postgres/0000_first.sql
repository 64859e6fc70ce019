CREATE TABLE "activities" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea",
	"title" text NOT NULL,
	"kind" smallint,
	"started_on" integer,
	"ended_on" integer,
	"minutes" integer,
	"provider" text,
	"sponsor_number" text,
	"location" text,
	"reflection" text,
	"funding_source" text,
	"status" smallint NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activities_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "activities_minutes" CHECK ("activities"."minutes" is null or "activities"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "activity_competencies" (
	"district_id" integer NOT NULL,
	"activity_id" "bytea" NOT NULL,
	"competency" smallint NOT NULL,
	CONSTRAINT "activity_competencies_district_id_activity_id_competency_pk" PRIMARY KEY("district_id","activity_id","competency")
);
--> statement-breakpoint
CREATE TABLE "assignment_changes" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"assignment_id" "bytea" NOT NULL,
	"what" text NOT NULL,
	"before" jsonb,
	"made_by_id" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "assignment_changes_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrollment_changes" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"change_id" "bytea" NOT NULL,
	"enrollment_id" "bytea" NOT NULL,
	"assignment_id" "bytea",
	"assigned_on" integer,
	"due_on" integer,
	"inherited_due_on" integer,
	"late_on" integer,
	CONSTRAINT "enrollment_changes_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrollment_requests" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"enrollment_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"until" integer,
	"status" text NOT NULL,
	"asked_by_id" "bytea" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by_id" "bytea",
	"decided_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "enrollment_requests_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "member_subjects" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"subject" text NOT NULL,
	"source" text NOT NULL,
	"added_on" integer NOT NULL,
	"removed_on" integer,
	CONSTRAINT "member_subjects_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "people_list_members" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"list_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"added_on" integer NOT NULL,
	"removed_on" integer,
	CONSTRAINT "people_list_members_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "people_lists" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"name" text NOT NULL,
	"created_by_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "people_lists_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "achievements" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "achievements_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"achievement_id" "bytea",
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"awarded_on" integer NOT NULL,
	"expires_on" integer,
	"url" text,
	"verification" text NOT NULL,
	"decided_on" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "awards_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "former_awards" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"award_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"achievement_id" "bytea",
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"awarded_on" integer NOT NULL,
	"expires_on" integer,
	"verification" text NOT NULL,
	"decided_on" integer,
	"started_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "former_awards_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "brought_rows" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"from_slug" text NOT NULL,
	"from_district" text NOT NULL,
	"from_organization" text,
	"title" text NOT NULL,
	"activity_kind" text,
	"started_on" integer NOT NULL,
	"ended_on" integer NOT NULL,
	"minutes" integer,
	"counted_minutes" integer NOT NULL,
	"provider" text,
	"sponsor_number" text,
	"location" text,
	"reflection" text,
	"expires_on" integer,
	"url" text,
	"standing" text NOT NULL,
	"strength" smallint NOT NULL,
	"has_evidence" boolean NOT NULL,
	"decided_by" text,
	"decided_on" integer,
	"claim" jsonb,
	"brought_on" integer NOT NULL,
	CONSTRAINT "brought_rows_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "brought_rows_minutes" CHECK ("brought_rows"."minutes" is null or "brought_rows"."minutes" > 0),
	CONSTRAINT "brought_rows_counted" CHECK ("brought_rows"."counted_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "record_imports" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"file_name" text NOT NULL,
	"content" jsonb,
	"outcome" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "record_imports_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"district_id" integer NOT NULL,
	"table_name" text NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "changes_district_id_table_name_revision_pk" PRIMARY KEY("district_id","table_name","revision")
);
--> statement-breakpoint
CREATE TABLE "credit_claims" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"activity_id" "bytea",
	"completion_id" "bytea",
	"award_id" "bytea",
	"topic" text,
	"provider_kind" text,
	"credit" text,
	"amount_thousandths" integer,
	"course_level" text,
	"proof" text,
	"is_aligned" boolean,
	CONSTRAINT "credit_claims_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "credit_claims_subject" CHECK ((case when "credit_claims"."activity_id" is null then 0 else 1 end) + (case when "credit_claims"."completion_id" is null then 0 else 1 end) + (case when "credit_claims"."award_id" is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
CREATE TABLE "credit_shares" (
	"district_id" integer NOT NULL,
	"claim_id" "bytea" NOT NULL,
	"jurisdiction" text NOT NULL,
	"category" text NOT NULL,
	"share" integer,
	CONSTRAINT "credit_shares_district_id_claim_id_jurisdiction_category_pk" PRIMARY KEY("district_id","claim_id","jurisdiction","category"),
	CONSTRAINT "credit_shares_share" CHECK ("credit_shares"."share" is null or "credit_shares"."share" > 0)
);
--> statement-breakpoint
CREATE TABLE "pathway_comments" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"version_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"step_key" "bytea",
	"step_title" text,
	"text" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"settled_by_id" "bytea",
	CONSTRAINT "pathway_comments_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathway_readers" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"version_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"asked_by_id" "bytea" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"question" text,
	CONSTRAINT "pathway_readers_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"course_id" "bytea",
	"title" text NOT NULL,
	"provider" text,
	"completed_on" integer NOT NULL,
	"minutes" integer NOT NULL,
	"kind" smallint,
	"source" text NOT NULL,
	"strength" smallint NOT NULL,
	"status" smallint NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "completions_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "completions_minutes" CHECK ("completions"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"title" text NOT NULL,
	"provider" text,
	"minutes" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "courses_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "booked_competencies" (
	"district_id" integer NOT NULL,
	"entry_id" "bytea" NOT NULL,
	"competency" smallint NOT NULL,
	CONSTRAINT "booked_competencies_district_id_entry_id_competency_pk" PRIMARY KEY("district_id","entry_id","competency")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"kind" smallint NOT NULL,
	"minutes" integer NOT NULL,
	"earned_on" integer NOT NULL,
	"booked_on" integer NOT NULL,
	"school_year" integer NOT NULL,
	"strength" smallint NOT NULL,
	"activity_id" "bytea",
	"completion_id" "bytea",
	"corrects_id" "bytea",
	CONSTRAINT "ledger_entries_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "ledger_entries_source" CHECK ((case when "ledger_entries"."activity_id" is null then 0 else 1 end) + (case when "ledger_entries"."completion_id" is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"id" integer PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"time_zone" text NOT NULL,
	"school_year_starts_on" text NOT NULL,
	"review_days" integer NOT NULL,
	"uses_may_overlap" boolean DEFAULT true NOT NULL,
	"sends_notices" boolean DEFAULT true NOT NULL,
	"administrator_role" text,
	"evidence_years" integer DEFAULT 5 NOT NULL,
	"separation_years" integer DEFAULT 6 NOT NULL,
	"destroys_when_due" boolean DEFAULT false NOT NULL,
	"files_reviewed_on" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "districts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"district_id" integer NOT NULL,
	"actor_id" "bytea",
	"type" smallint NOT NULL,
	"subject_id" "bytea",
	"details" jsonb NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"activity_id" "bytea",
	"completion_id" "bytea",
	"award_id" "bytea",
	"goal_id" "bytea",
	"brought_id" "bytea",
	"enrollment_id" "bytea",
	"step_key" "bytea",
	"kind" smallint NOT NULL,
	"name" text NOT NULL,
	"content" text,
	"media_type" text,
	"bytes" integer,
	"sha256" text,
	"strength" smallint NOT NULL,
	"may_show_students" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"kept_until" integer,
	"destroyed_on" integer,
	CONSTRAINT "evidence_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "evidence_subject" CHECK ((case when "evidence"."activity_id" is null then 0 else 1 end) + (case when "evidence"."completion_id" is null then 0 else 1 end) + (case when "evidence"."award_id" is null then 0 else 1 end) + (case when "evidence"."goal_id" is null then 0 else 1 end) + (case when "evidence"."enrollment_id" is null then 0 else 1 end) + (case when "evidence"."brought_id" is null then 0 else 1 end) = 1),
	CONSTRAINT "evidence_destroyed_file" CHECK ("evidence"."destroyed_on" is null or "evidence"."kind" = 1)
);
--> statement-breakpoint
CREATE TABLE "goal_check_ins" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"goal_id" "bytea" NOT NULL,
	"note" text NOT NULL,
	"checked_on" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goal_check_ins_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "goal_priorities" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"goal_id" "bytea" NOT NULL,
	"priority_id" "bytea" NOT NULL,
	"started_on" integer NOT NULL,
	"replaced_on" integer,
	CONSTRAINT "goal_priorities_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"competency" text,
	"baseline" text,
	"target" text NOT NULL,
	"measure" text,
	"set_on" integer NOT NULL,
	"due_on" integer NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"closed_on" integer,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goals_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"owner" text NOT NULL,
	"from_year" integer NOT NULL,
	"until_year" integer,
	"position" integer NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "priorities_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea",
	"matter" text NOT NULL,
	"placed_by_id" "bytea" NOT NULL,
	"placed_on" integer NOT NULL,
	"released_by_id" "bytea",
	"released_on" integer,
	"release_reason" text,
	CONSTRAINT "legal_holds_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "legal_holds_release" CHECK (("legal_holds"."released_on" is null) = ("legal_holds"."released_by_id" is null) and ("legal_holds"."released_on" is null) = ("legal_holds"."release_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "cycle_facts" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"cycle_id" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"held_on" integer NOT NULL,
	"attested_by" text,
	"recorded_by_id" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cycle_facts_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "cycles" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"license_id" "bytea" NOT NULL,
	"starts_on" integer NOT NULL,
	"ends_on" integer NOT NULL,
	"earn_until_on" integer NOT NULL,
	"extended_to_on" integer,
	"extension_reason" text,
	"rule_set_id" text NOT NULL,
	"rule_set_revision" integer NOT NULL,
	"is_employed" boolean NOT NULL,
	"fte_thousandths" integer NOT NULL,
	"leave_thousandths" integer NOT NULL,
	"renewed_on" integer,
	"closed_on" integer,
	"judged_licenses" jsonb,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cycles_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "cycles_order" CHECK ("cycles"."starts_on" <= "cycles"."ends_on"),
	CONSTRAINT "cycles_closed" CHECK (("cycles"."closed_on" is null) = ("cycles"."judged_licenses" is null)),
	CONSTRAINT "cycles_fte" CHECK ("cycles"."fte_thousandths" between 0 and 1000),
	CONSTRAINT "cycles_leave" CHECK ("cycles"."leave_thousandths" between 0 and 1000)
);
--> statement-breakpoint
CREATE TABLE "license_endorsements" (
	"district_id" integer NOT NULL,
	"license_id" "bytea" NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "license_endorsements_district_id_license_id_code_pk" PRIMARY KEY("district_id","license_id","code")
);
--> statement-breakpoint
CREATE TABLE "license_imports" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"uploaded_by_id" "bytea" NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"content" text,
	"outcome" jsonb,
	"rejected" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "license_imports_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "licenses" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"jurisdiction" text NOT NULL,
	"kind" text NOT NULL,
	"class" text,
	"area" text,
	"is_primary" boolean NOT NULL,
	"number" text,
	"issued_on" integer,
	"expires_on" integer,
	"source" text NOT NULL,
	"withdrawn_on" integer,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "licenses_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pinned_rule_sets" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"rule_set_id" text NOT NULL,
	"revision" integer NOT NULL,
	"content" text NOT NULL,
	"digest" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pinned_rule_sets_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"district_id" integer,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"attachment" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "mandate_topics" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"mandate_id" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"course_id" "bytea",
	"achievement_id" "bytea",
	"pathway_id" "bytea",
	"competencies" jsonb NOT NULL,
	"minutes" integer,
	CONSTRAINT "mandate_topics_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"jurisdiction" text,
	"law" text,
	"template_id" text,
	"audience" jsonb NOT NULL,
	"every_months" integer,
	"first_due_on" integer,
	"starts_on" integer NOT NULL,
	"new_hire_days" integer,
	"window_days" integer,
	"grace_days" integer NOT NULL,
	"proof" text NOT NULL,
	"retention_years" integer,
	"switched_on_at" timestamp (3) with time zone,
	"introduced_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"ended_on" integer,
	"version" integer NOT NULL,
	"created_by_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mandates_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"mandate_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"topic_id" "bytea" NOT NULL,
	"number" integer NOT NULL,
	"joined_on" integer NOT NULL,
	"period_on" integer,
	"opens_on" integer NOT NULL,
	"due_on" integer NOT NULL,
	"late_on" integer NOT NULL,
	"because" text NOT NULL,
	"met_on" integer,
	"sources" jsonb NOT NULL,
	"missed_on" integer,
	"ended_on" integer,
	"noticed" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "obligations_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "id_numbers" (
	"id" integer PRIMARY KEY NOT NULL,
	"next" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "overlays" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"rule_set_id" text NOT NULL,
	"revision" integer NOT NULL,
	"starts_on" integer NOT NULL,
	"content" text NOT NULL,
	"saved_by_id" "bytea" NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "overlays_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"pathway_id" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"audience" jsonb NOT NULL,
	"due" jsonb NOT NULL,
	"grace_days" integer NOT NULL,
	"version" integer NOT NULL,
	"audience_size" integer,
	"reached" integer,
	"enrolling_started_at" timestamp (3) with time zone,
	"enrolling_after" "bytea",
	"created_by_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "assignments_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"pathway_id" "bytea" NOT NULL,
	"version_id" "bytea" NOT NULL,
	"assignment_id" "bytea",
	"assigned_on" integer,
	"enrolled_on" integer NOT NULL,
	"due_on" integer,
	"inherited_due_on" integer,
	"late_on" integer,
	"steps_completed" integer NOT NULL,
	"steps_required" integer NOT NULL,
	"share" integer NOT NULL,
	"next_step_key" "bytea",
	"last_step_on" integer,
	"engaged_on" integer,
	"completed_on" integer,
	"expires_on" integer,
	"ended_on" integer,
	"ended_for" text,
	CONSTRAINT "enrollments_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "kept_steps" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"enrollment_id" "bytea" NOT NULL,
	"step_key" "bytea" NOT NULL,
	"completed_on" integer NOT NULL,
	"sources" jsonb NOT NULL,
	"kept_from" integer NOT NULL,
	CONSTRAINT "kept_steps_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathway_asks" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"step_id" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"course_id" "bytea",
	"achievement_id" "bytea",
	"pathway_id" "bytea",
	"goal_kind" text,
	"competencies" jsonb NOT NULL,
	"minutes" integer,
	"rubric" jsonb NOT NULL,
	CONSTRAINT "pathway_asks_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathway_groups" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"version_id" "bytea" NOT NULL,
	"group_key" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"required_steps" integer,
	"ordered" boolean NOT NULL,
	CONSTRAINT "pathway_groups_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathway_steps" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"version_id" "bytea" NOT NULL,
	"step_key" "bytea" NOT NULL,
	"group_key" "bytea",
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"weight" integer NOT NULL,
	"allowed_days" integer,
	CONSTRAINT "pathway_steps_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathway_versions" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"pathway_id" "bytea" NOT NULL,
	"number" integer NOT NULL,
	"required_steps" integer,
	"ordered" boolean NOT NULL,
	"change_note" text,
	"published_at" timestamp (3) with time zone,
	"published_by_id" "bytea",
	CONSTRAINT "pathway_versions_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "pathways" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"valid_months" integer,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"following_started_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pathways_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "step_completions" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"enrollment_id" "bytea" NOT NULL,
	"step_key" "bytea" NOT NULL,
	"completed_on" integer NOT NULL,
	"sources" jsonb NOT NULL,
	"kept_from" integer,
	CONSTRAINT "step_completions_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"role" text NOT NULL,
	"started_on" integer NOT NULL,
	"ended_on" integer,
	"source" text NOT NULL,
	CONSTRAINT "affiliations_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "former_bands" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"grade_band" text,
	"poverty_band" text,
	"started_on" integer,
	"replaced_on" integer NOT NULL,
	CONSTRAINT "former_bands_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"started_on" integer NOT NULL,
	"ended_on" integer,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "leaves_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"user_id" "bytea",
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"sort_name" text NOT NULL,
	"email" text,
	"hired_on" integer,
	"source_id" text,
	"master_identifier" text,
	"identifier" text,
	"shares_license_health" boolean DEFAULT false NOT NULL,
	"follow_up_asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"parent_id" "bytea",
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"path" text NOT NULL,
	"grade_band" text,
	"poverty_band" text,
	"source_id" text,
	"identifier" text,
	"closed_on" integer,
	CONSTRAINT "organizations_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "record_views" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"viewer_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"what" text NOT NULL,
	"viewed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "record_views_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "yardsticks" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"minutes" integer NOT NULL,
	"starts_on" integer NOT NULL,
	CONSTRAINT "yardsticks_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"principal_id" "bytea" NOT NULL,
	"named" integer NOT NULL,
	"sent_on" integer NOT NULL,
	CONSTRAINT "escalations_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"enrollment_id" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"due_on" integer,
	"sent_by_id" "bytea",
	"sent_on" integer NOT NULL,
	CONSTRAINT "reminders_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"district_id" integer NOT NULL,
	"submission_id" "bytea" NOT NULL,
	"reviewer_id" "bytea" NOT NULL,
	"decision" smallint NOT NULL,
	"reason" text,
	"rubric" jsonb,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"due_on" integer
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"kind" smallint NOT NULL,
	"activity_id" "bytea",
	"completion_id" "bytea",
	"award_id" "bytea",
	"evidence_id" "bytea",
	"title" text,
	"minutes" integer,
	"status" smallint NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"due_on" integer NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"reopened_at" timestamp (3) with time zone,
	CONSTRAINT "submissions_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "submissions_subject" CHECK ((case when "submissions"."activity_id" is null then 0 else 1 end) + (case when "submissions"."completion_id" is null then 0 else 1 end) + (case when "submissions"."award_id" is null then 0 else 1 end) + (case when "submissions"."evidence_id" is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
CREATE TABLE "roster_imports" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"uploaded_by_id" "bytea",
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"roster" jsonb,
	"outcome" jsonb,
	"rejected" jsonb,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "roster_imports_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_deliveries" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"saved_report_id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"weekday" integer,
	"with_figures" boolean NOT NULL,
	"started_on" integer NOT NULL,
	"sent_on" integer,
	CONSTRAINT "report_deliveries_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "saved_reports" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"name" text NOT NULL,
	"as_of" integer,
	"organization_id" "bytea",
	"compare" text,
	"is_shared" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_reports_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" "bytea" NOT NULL,
	"path" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"privileged" boolean NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"address" text NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"user_id" "bytea",
	"district_id" integer,
	"member_id" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "user_emails" (
	"email" text PRIMARY KEY NOT NULL,
	"user_id" "bytea" NOT NULL,
	"verified_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "published_reports" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"snapshot_id" "bytea" NOT NULL,
	"published_by_id" "bytea" NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "published_reports_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"name" text NOT NULL,
	"note" text,
	"as_of" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"frozen_by_id" "bytea" NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "snapshots_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "state_file_refusals" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"file_id" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"refused_by_id" "bytea" NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "state_file_refusals_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "state_file_rows" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"file_id" "bytea" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"member_id" "bytea" NOT NULL,
	"organization_id" "bytea" NOT NULL,
	"state_number" text NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"school_number" text NOT NULL,
	"school_name" text NOT NULL,
	"activities" integer NOT NULL,
	"minutes" integer NOT NULL,
	"previous_minutes" integer,
	CONSTRAINT "state_file_rows_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "state_files" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"number" integer NOT NULL,
	"first_on" integer NOT NULL,
	"last_on" integer NOT NULL,
	"size" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"made_by_id" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "state_files_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "state_files_order" CHECK ("state_files"."first_on" <= "state_files"."last_on")
);
--> statement-breakpoint
CREATE TABLE "district_months" (
	"district_id" integer NOT NULL,
	"as_of" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "district_months_district_id_as_of_pk" PRIMARY KEY("district_id","as_of")
);
--> statement-breakpoint
CREATE TABLE "state_viewers" (
	"user_id" "bytea" NOT NULL,
	"state" text NOT NULL,
	"appointed_at" timestamp (3) with time zone NOT NULL,
	"dismissed_at" timestamp (3) with time zone,
	CONSTRAINT "state_viewers_user_id_state_pk" PRIMARY KEY("user_id","state")
);
--> statement-breakpoint
CREATE TABLE "credit_uses" (
	"district_id" integer NOT NULL,
	"id" "bytea" NOT NULL,
	"member_id" "bytea" NOT NULL,
	"activity_id" "bytea",
	"completion_id" "bytea",
	"award_id" "bytea",
	"brought_id" "bytea",
	"purpose" text NOT NULL,
	"jurisdiction" text,
	"cycle_id" "bytea",
	"rule_set_id" text,
	"rule_set_revision" integer,
	"carried_from_id" "bytea",
	"unit" text NOT NULL,
	"milli_units" integer NOT NULL,
	"minutes" integer,
	"used_on" integer NOT NULL,
	"expires_on" integer,
	"label" text NOT NULL,
	"reverses_id" "bytea",
	"note" text,
	"recorded_by_id" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credit_uses_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "credit_uses_source" CHECK ((case when "credit_uses"."activity_id" is null then 0 else 1 end) + (case when "credit_uses"."completion_id" is null then 0 else 1 end) + (case when "credit_uses"."award_id" is null then 0 else 1 end) + (case when "credit_uses"."brought_id" is null then 0 else 1 end) = 1),
	CONSTRAINT "credit_uses_renewal" CHECK (("credit_uses"."purpose" = 'renewal') = ("credit_uses"."cycle_id" is not null and "credit_uses"."jurisdiction" is not null and "credit_uses"."rule_set_id" is not null and "credit_uses"."rule_set_revision" is not null)),
	CONSTRAINT "credit_uses_direction" CHECK (("credit_uses"."milli_units" > 0 and "credit_uses"."reverses_id" is null) or ("credit_uses"."milli_units" < 0 and "credit_uses"."reverses_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_competencies" ADD CONSTRAINT "activity_competencies_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_changes" ADD CONSTRAINT "assignment_changes_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_changes" ADD CONSTRAINT "assignment_changes_district_id_assignment_id_assignments_district_id_id_fk" FOREIGN KEY ("district_id","assignment_id") REFERENCES "public"."assignments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_changes" ADD CONSTRAINT "assignment_changes_district_id_made_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","made_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_district_id_change_id_assignment_changes_district_id_id_fk" FOREIGN KEY ("district_id","change_id") REFERENCES "public"."assignment_changes"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_changes" ADD CONSTRAINT "enrollment_changes_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_requests" ADD CONSTRAINT "enrollment_requests_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_requests" ADD CONSTRAINT "enrollment_requests_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_requests" ADD CONSTRAINT "enrollment_requests_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_requests" ADD CONSTRAINT "enrollment_requests_district_id_asked_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","asked_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_requests" ADD CONSTRAINT "enrollment_requests_district_id_decided_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","decided_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_subjects" ADD CONSTRAINT "member_subjects_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_subjects" ADD CONSTRAINT "member_subjects_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_list_members" ADD CONSTRAINT "people_list_members_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_list_members" ADD CONSTRAINT "people_list_members_district_id_list_id_people_lists_district_id_id_fk" FOREIGN KEY ("district_id","list_id") REFERENCES "public"."people_lists"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_list_members" ADD CONSTRAINT "people_list_members_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_lists" ADD CONSTRAINT "people_lists_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_lists" ADD CONSTRAINT "people_lists_district_id_created_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","created_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievements" ADD CONSTRAINT "achievements_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_district_id_achievement_id_achievements_district_id_id_fk" FOREIGN KEY ("district_id","achievement_id") REFERENCES "public"."achievements"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_awards" ADD CONSTRAINT "former_awards_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_awards" ADD CONSTRAINT "former_awards_district_id_award_id_awards_district_id_id_fk" FOREIGN KEY ("district_id","award_id") REFERENCES "public"."awards"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_awards" ADD CONSTRAINT "former_awards_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_awards" ADD CONSTRAINT "former_awards_district_id_achievement_id_achievements_district_id_id_fk" FOREIGN KEY ("district_id","achievement_id") REFERENCES "public"."achievements"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brought_rows" ADD CONSTRAINT "brought_rows_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brought_rows" ADD CONSTRAINT "brought_rows_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_imports" ADD CONSTRAINT "record_imports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_imports" ADD CONSTRAINT "record_imports_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_claims" ADD CONSTRAINT "credit_claims_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_claims" ADD CONSTRAINT "credit_claims_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_claims" ADD CONSTRAINT "credit_claims_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_claims" ADD CONSTRAINT "credit_claims_district_id_completion_id_completions_district_id_id_fk" FOREIGN KEY ("district_id","completion_id") REFERENCES "public"."completions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_claims" ADD CONSTRAINT "credit_claims_district_id_award_id_awards_district_id_id_fk" FOREIGN KEY ("district_id","award_id") REFERENCES "public"."awards"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_shares" ADD CONSTRAINT "credit_shares_district_id_claim_id_credit_claims_district_id_id_fk" FOREIGN KEY ("district_id","claim_id") REFERENCES "public"."credit_claims"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_comments" ADD CONSTRAINT "pathway_comments_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_comments" ADD CONSTRAINT "pathway_comments_district_id_version_id_pathway_versions_district_id_id_fk" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."pathway_versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_comments" ADD CONSTRAINT "pathway_comments_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_comments" ADD CONSTRAINT "pathway_comments_district_id_settled_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","settled_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_readers" ADD CONSTRAINT "pathway_readers_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_readers" ADD CONSTRAINT "pathway_readers_district_id_version_id_pathway_versions_district_id_id_fk" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."pathway_versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_readers" ADD CONSTRAINT "pathway_readers_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_readers" ADD CONSTRAINT "pathway_readers_district_id_asked_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","asked_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_district_id_course_id_courses_district_id_id_fk" FOREIGN KEY ("district_id","course_id") REFERENCES "public"."courses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booked_competencies" ADD CONSTRAINT "booked_competencies_district_id_entry_id_ledger_entries_district_id_id_fk" FOREIGN KEY ("district_id","entry_id") REFERENCES "public"."ledger_entries"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_completion_id_completions_district_id_id_fk" FOREIGN KEY ("district_id","completion_id") REFERENCES "public"."completions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_district_id_corrects_id_ledger_entries_district_id_id_fk" FOREIGN KEY ("district_id","corrects_id") REFERENCES "public"."ledger_entries"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_district_id_actor_id_members_district_id_id_fk" FOREIGN KEY ("district_id","actor_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_completion_id_completions_district_id_id_fk" FOREIGN KEY ("district_id","completion_id") REFERENCES "public"."completions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_award_id_awards_district_id_id_fk" FOREIGN KEY ("district_id","award_id") REFERENCES "public"."awards"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_goal_id_goals_district_id_id_fk" FOREIGN KEY ("district_id","goal_id") REFERENCES "public"."goals"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_district_id_brought_id_brought_rows_district_id_id_fk" FOREIGN KEY ("district_id","brought_id") REFERENCES "public"."brought_rows"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_check_ins" ADD CONSTRAINT "goal_check_ins_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_check_ins" ADD CONSTRAINT "goal_check_ins_district_id_goal_id_goals_district_id_id_fk" FOREIGN KEY ("district_id","goal_id") REFERENCES "public"."goals"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_priorities" ADD CONSTRAINT "goal_priorities_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_priorities" ADD CONSTRAINT "goal_priorities_district_id_goal_id_goals_district_id_id_fk" FOREIGN KEY ("district_id","goal_id") REFERENCES "public"."goals"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_priorities" ADD CONSTRAINT "goal_priorities_district_id_priority_id_priorities_district_id_id_fk" FOREIGN KEY ("district_id","priority_id") REFERENCES "public"."priorities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_district_id_placed_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","placed_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_district_id_released_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","released_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_facts" ADD CONSTRAINT "cycle_facts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_facts" ADD CONSTRAINT "cycle_facts_district_id_cycle_id_cycles_district_id_id_fk" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_facts" ADD CONSTRAINT "cycle_facts_district_id_recorded_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","recorded_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_district_id_license_id_licenses_district_id_id_fk" FOREIGN KEY ("district_id","license_id") REFERENCES "public"."licenses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "license_endorsements" ADD CONSTRAINT "license_endorsements_district_id_license_id_licenses_district_id_id_fk" FOREIGN KEY ("district_id","license_id") REFERENCES "public"."licenses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "license_imports" ADD CONSTRAINT "license_imports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "license_imports" ADD CONSTRAINT "license_imports_district_id_uploaded_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","uploaded_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pinned_rule_sets" ADD CONSTRAINT "pinned_rule_sets_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_topics" ADD CONSTRAINT "mandate_topics_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_topics" ADD CONSTRAINT "mandate_topics_district_id_mandate_id_mandates_district_id_id_fk" FOREIGN KEY ("district_id","mandate_id") REFERENCES "public"."mandates"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_topics" ADD CONSTRAINT "mandate_topics_district_id_course_id_courses_district_id_id_fk" FOREIGN KEY ("district_id","course_id") REFERENCES "public"."courses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_topics" ADD CONSTRAINT "mandate_topics_district_id_achievement_id_achievements_district_id_id_fk" FOREIGN KEY ("district_id","achievement_id") REFERENCES "public"."achievements"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_topics" ADD CONSTRAINT "mandate_topics_district_id_pathway_id_pathways_district_id_id_fk" FOREIGN KEY ("district_id","pathway_id") REFERENCES "public"."pathways"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_district_id_created_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","created_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_district_id_mandate_id_mandates_district_id_id_fk" FOREIGN KEY ("district_id","mandate_id") REFERENCES "public"."mandates"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_district_id_topic_id_mandate_topics_district_id_id_fk" FOREIGN KEY ("district_id","topic_id") REFERENCES "public"."mandate_topics"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_district_id_saved_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","saved_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_district_id_pathway_id_pathways_district_id_id_fk" FOREIGN KEY ("district_id","pathway_id") REFERENCES "public"."pathways"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_district_id_created_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","created_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_district_id_pathway_id_pathways_district_id_id_fk" FOREIGN KEY ("district_id","pathway_id") REFERENCES "public"."pathways"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_district_id_version_id_pathway_versions_district_id_id_fk" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."pathway_versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_district_id_assignment_id_assignments_district_id_id_fk" FOREIGN KEY ("district_id","assignment_id") REFERENCES "public"."assignments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_steps" ADD CONSTRAINT "kept_steps_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_steps" ADD CONSTRAINT "kept_steps_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_asks" ADD CONSTRAINT "pathway_asks_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_asks" ADD CONSTRAINT "pathway_asks_district_id_step_id_pathway_steps_district_id_id_fk" FOREIGN KEY ("district_id","step_id") REFERENCES "public"."pathway_steps"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_asks" ADD CONSTRAINT "pathway_asks_district_id_course_id_courses_district_id_id_fk" FOREIGN KEY ("district_id","course_id") REFERENCES "public"."courses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_asks" ADD CONSTRAINT "pathway_asks_district_id_achievement_id_achievements_district_id_id_fk" FOREIGN KEY ("district_id","achievement_id") REFERENCES "public"."achievements"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_asks" ADD CONSTRAINT "pathway_asks_district_id_pathway_id_pathways_district_id_id_fk" FOREIGN KEY ("district_id","pathway_id") REFERENCES "public"."pathways"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_groups" ADD CONSTRAINT "pathway_groups_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_groups" ADD CONSTRAINT "pathway_groups_district_id_version_id_pathway_versions_district_id_id_fk" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."pathway_versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_steps" ADD CONSTRAINT "pathway_steps_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_steps" ADD CONSTRAINT "pathway_steps_district_id_version_id_pathway_versions_district_id_id_fk" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."pathway_versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_versions" ADD CONSTRAINT "pathway_versions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_versions" ADD CONSTRAINT "pathway_versions_district_id_pathway_id_pathways_district_id_id_fk" FOREIGN KEY ("district_id","pathway_id") REFERENCES "public"."pathways"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_versions" ADD CONSTRAINT "pathway_versions_district_id_published_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","published_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathways" ADD CONSTRAINT "pathways_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_completions" ADD CONSTRAINT "step_completions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_completions" ADD CONSTRAINT "step_completions_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_bands" ADD CONSTRAINT "former_bands_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_bands" ADD CONSTRAINT "former_bands_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_district_id_parent_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","parent_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_views" ADD CONSTRAINT "record_views_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_views" ADD CONSTRAINT "record_views_district_id_viewer_id_members_district_id_id_fk" FOREIGN KEY ("district_id","viewer_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_views" ADD CONSTRAINT "record_views_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yardsticks" ADD CONSTRAINT "yardsticks_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_district_id_principal_id_members_district_id_id_fk" FOREIGN KEY ("district_id","principal_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_district_id_enrollment_id_enrollments_district_id_id_fk" FOREIGN KEY ("district_id","enrollment_id") REFERENCES "public"."enrollments"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_district_id_sent_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","sent_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_district_id_submission_id_submissions_district_id_id_fk" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_district_id_reviewer_id_members_district_id_id_fk" FOREIGN KEY ("district_id","reviewer_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_completion_id_completions_district_id_id_fk" FOREIGN KEY ("district_id","completion_id") REFERENCES "public"."completions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_award_id_awards_district_id_id_fk" FOREIGN KEY ("district_id","award_id") REFERENCES "public"."awards"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_district_id_evidence_id_evidence_district_id_id_fk" FOREIGN KEY ("district_id","evidence_id") REFERENCES "public"."evidence"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_district_id_uploaded_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","uploaded_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_deliveries" ADD CONSTRAINT "report_deliveries_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_deliveries" ADD CONSTRAINT "report_deliveries_district_id_saved_report_id_saved_reports_district_id_id_fk" FOREIGN KEY ("district_id","saved_report_id") REFERENCES "public"."saved_reports"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_deliveries" ADD CONSTRAINT "report_deliveries_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reports" ADD CONSTRAINT "saved_reports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reports" ADD CONSTRAINT "saved_reports_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reports" ADD CONSTRAINT "saved_reports_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_emails" ADD CONSTRAINT "user_emails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_district_id_snapshot_id_snapshots_district_id_id_fk" FOREIGN KEY ("district_id","snapshot_id") REFERENCES "public"."snapshots"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_district_id_published_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","published_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_district_id_frozen_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","frozen_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_refusals" ADD CONSTRAINT "state_file_refusals_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_refusals" ADD CONSTRAINT "state_file_refusals_district_id_file_id_state_files_district_id_id_fk" FOREIGN KEY ("district_id","file_id") REFERENCES "public"."state_files"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_refusals" ADD CONSTRAINT "state_file_refusals_district_id_refused_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","refused_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_rows" ADD CONSTRAINT "state_file_rows_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_rows" ADD CONSTRAINT "state_file_rows_district_id_file_id_state_files_district_id_id_fk" FOREIGN KEY ("district_id","file_id") REFERENCES "public"."state_files"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_rows" ADD CONSTRAINT "state_file_rows_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_file_rows" ADD CONSTRAINT "state_file_rows_district_id_organization_id_organizations_district_id_id_fk" FOREIGN KEY ("district_id","organization_id") REFERENCES "public"."organizations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_files" ADD CONSTRAINT "state_files_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_files" ADD CONSTRAINT "state_files_district_id_made_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","made_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_months" ADD CONSTRAINT "district_months_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_viewers" ADD CONSTRAINT "state_viewers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_member_id_members_district_id_id_fk" FOREIGN KEY ("district_id","member_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_activity_id_activities_district_id_id_fk" FOREIGN KEY ("district_id","activity_id") REFERENCES "public"."activities"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_completion_id_completions_district_id_id_fk" FOREIGN KEY ("district_id","completion_id") REFERENCES "public"."completions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_award_id_awards_district_id_id_fk" FOREIGN KEY ("district_id","award_id") REFERENCES "public"."awards"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_brought_id_brought_rows_district_id_id_fk" FOREIGN KEY ("district_id","brought_id") REFERENCES "public"."brought_rows"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_cycle_id_cycles_district_id_id_fk" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_carried_from_id_cycles_district_id_id_fk" FOREIGN KEY ("district_id","carried_from_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_recorded_by_id_members_district_id_id_fk" FOREIGN KEY ("district_id","recorded_by_id") REFERENCES "public"."members"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_district_id_reverses_id_credit_uses_district_id_id_fk" FOREIGN KEY ("district_id","reverses_id") REFERENCES "public"."credit_uses"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_member" ON "activities" USING btree ("district_id","member_id","started_on");--> statement-breakpoint
CREATE INDEX "activities_drafts" ON "activities" USING btree ("district_id","member_id","updated_at") WHERE status = 1;--> statement-breakpoint
CREATE INDEX "activities_placeless" ON "activities" USING btree ("district_id","id") WHERE organization_id is null;--> statement-breakpoint
CREATE INDEX "activity_competencies_competency" ON "activity_competencies" USING btree ("district_id","competency","activity_id");--> statement-breakpoint
CREATE INDEX "assignment_changes_assignment" ON "assignment_changes" USING btree ("district_id","assignment_id","made_at");--> statement-breakpoint
CREATE INDEX "assignment_changes_maker" ON "assignment_changes" USING btree ("district_id","made_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_changes_change" ON "enrollment_changes" USING btree ("district_id","change_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "enrollment_changes_enrollment" ON "enrollment_changes" USING btree ("district_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "enrollment_requests_enrollment" ON "enrollment_requests" USING btree ("district_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "enrollment_requests_member" ON "enrollment_requests" USING btree ("district_id","member_id","status");--> statement-breakpoint
CREATE INDEX "enrollment_requests_status" ON "enrollment_requests" USING btree ("district_id","status","asked_at","id");--> statement-breakpoint
CREATE INDEX "enrollment_requests_asker" ON "enrollment_requests" USING btree ("district_id","asked_by_id");--> statement-breakpoint
CREATE INDEX "enrollment_requests_decider" ON "enrollment_requests" USING btree ("district_id","decided_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_subjects_member" ON "member_subjects" USING btree ("district_id","member_id","subject") WHERE removed_on is null;--> statement-breakpoint
CREATE INDEX "member_subjects_subject" ON "member_subjects" USING btree ("district_id","subject","member_id","added_on","removed_on");--> statement-breakpoint
CREATE INDEX "people_list_members_list" ON "people_list_members" USING btree ("district_id","list_id","member_id","added_on","removed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "people_list_members_member" ON "people_list_members" USING btree ("district_id","member_id","list_id") WHERE removed_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_lists_name" ON "people_lists" USING btree ("district_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "people_lists_creator" ON "people_lists" USING btree ("district_id","created_by_id");--> statement-breakpoint
CREATE INDEX "achievements_title" ON "achievements" USING btree ("district_id","title");--> statement-breakpoint
CREATE INDEX "awards_member" ON "awards" USING btree ("district_id","member_id","awarded_on","id");--> statement-breakpoint
CREATE INDEX "awards_achievement" ON "awards" USING btree ("district_id","achievement_id","member_id");--> statement-breakpoint
CREATE INDEX "awards_organization" ON "awards" USING btree ("district_id","organization_id","awarded_on","created_at","verification","decided_on","expires_on","id");--> statement-breakpoint
CREATE INDEX "former_awards_award" ON "former_awards" USING btree ("district_id","award_id","replaced_at");--> statement-breakpoint
CREATE INDEX "brought_rows_member" ON "brought_rows" USING btree ("district_id","member_id","ended_on","id");--> statement-breakpoint
CREATE INDEX "record_imports_member" ON "record_imports" USING btree ("district_id","member_id","created_at");--> statement-breakpoint
CREATE INDEX "credit_claims_member" ON "credit_claims" USING btree ("district_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_claims_activity" ON "credit_claims" USING btree ("district_id","activity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_claims_completion" ON "credit_claims" USING btree ("district_id","completion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_claims_award" ON "credit_claims" USING btree ("district_id","award_id");--> statement-breakpoint
CREATE INDEX "pathway_comments_version" ON "pathway_comments" USING btree ("district_id","version_id","written_at");--> statement-breakpoint
CREATE INDEX "pathway_comments_author" ON "pathway_comments" USING btree ("district_id","member_id","version_id");--> statement-breakpoint
CREATE INDEX "pathway_comments_settler" ON "pathway_comments" USING btree ("district_id","settled_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_readers_member" ON "pathway_readers" USING btree ("district_id","version_id","member_id");--> statement-breakpoint
CREATE INDEX "pathway_readers_versions" ON "pathway_readers" USING btree ("district_id","member_id","version_id");--> statement-breakpoint
CREATE INDEX "pathway_readers_asker" ON "pathway_readers" USING btree ("district_id","asked_by_id");--> statement-breakpoint
CREATE INDEX "completions_member" ON "completions" USING btree ("district_id","member_id","completed_on","id");--> statement-breakpoint
CREATE INDEX "completions_course" ON "completions" USING btree ("district_id","course_id","member_id");--> statement-breakpoint
CREATE INDEX "courses_title" ON "courses" USING btree ("district_id","title");--> statement-breakpoint
CREATE INDEX "ledger_entries_member" ON "ledger_entries" USING btree ("district_id","member_id","school_year","minutes");--> statement-breakpoint
CREATE INDEX "ledger_entries_booked" ON "ledger_entries" USING btree ("district_id","school_year","booked_on");--> statement-breakpoint
CREATE INDEX "ledger_entries_activity" ON "ledger_entries" USING btree ("district_id","activity_id") WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_entries_completion" ON "ledger_entries" USING btree ("district_id","completion_id") WHERE completion_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_correction" ON "ledger_entries" USING btree ("district_id","corrects_id") WHERE corrects_id is not null;--> statement-breakpoint
CREATE INDEX "events_invitations" ON "events" USING btree ("district_id","subject_id") WHERE type = 84;--> statement-breakpoint
CREATE INDEX "evidence_member" ON "evidence" USING btree ("district_id","member_id");--> statement-breakpoint
CREATE INDEX "evidence_activity" ON "evidence" USING btree ("district_id","activity_id") WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_completion" ON "evidence" USING btree ("district_id","completion_id") WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_award" ON "evidence" USING btree ("district_id","award_id") WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_goal" ON "evidence" USING btree ("district_id","goal_id") WHERE goal_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_brought" ON "evidence" USING btree ("district_id","brought_id") WHERE brought_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_enrollment" ON "evidence" USING btree ("district_id","enrollment_id") WHERE enrollment_id is not null;--> statement-breakpoint
CREATE INDEX "evidence_kept" ON "evidence" USING btree ("district_id","kept_until","id","member_id") WHERE kept_until is not null and destroyed_on is null;--> statement-breakpoint
CREATE INDEX "evidence_destroyed" ON "evidence" USING btree ("district_id","destroyed_on","id") WHERE destroyed_on is not null;--> statement-breakpoint
CREATE INDEX "evidence_files" ON "evidence" USING btree ("district_id","created_at","member_id") WHERE kind = 1 and destroyed_on is null;--> statement-breakpoint
CREATE INDEX "goal_check_ins_goal" ON "goal_check_ins" USING btree ("district_id","goal_id","checked_on");--> statement-breakpoint
CREATE INDEX "goal_priorities_goal" ON "goal_priorities" USING btree ("district_id","goal_id","started_on");--> statement-breakpoint
CREATE INDEX "goals_member" ON "goals" USING btree ("district_id","member_id","status","due_on");--> statement-breakpoint
CREATE INDEX "goals_organization" ON "goals" USING btree ("district_id","organization_id","set_on","closed_on","status");--> statement-breakpoint
CREATE INDEX "legal_holds_member" ON "legal_holds" USING btree ("district_id","member_id","released_on");--> statement-breakpoint
CREATE INDEX "legal_holds_placed" ON "legal_holds" USING btree ("district_id","placed_on","id");--> statement-breakpoint
CREATE INDEX "legal_holds_placer" ON "legal_holds" USING btree ("district_id","placed_by_id");--> statement-breakpoint
CREATE INDEX "legal_holds_releaser" ON "legal_holds" USING btree ("district_id","released_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cycle_facts_code" ON "cycle_facts" USING btree ("district_id","cycle_id","kind","code","held_on");--> statement-breakpoint
CREATE INDEX "cycle_facts_recorder" ON "cycle_facts" USING btree ("district_id","recorded_by_id");--> statement-breakpoint
CREATE INDEX "cycles_member" ON "cycles" USING btree ("district_id","member_id","starts_on");--> statement-breakpoint
CREATE INDEX "cycles_license" ON "cycles" USING btree ("district_id","license_id","starts_on");--> statement-breakpoint
CREATE INDEX "license_imports_created" ON "license_imports" USING btree ("district_id","created_at");--> statement-breakpoint
CREATE INDEX "license_imports_uploader" ON "license_imports" USING btree ("district_id","uploaded_by_id");--> statement-breakpoint
CREATE INDEX "licenses_member" ON "licenses" USING btree ("district_id","member_id","jurisdiction");--> statement-breakpoint
CREATE INDEX "licenses_expiry" ON "licenses" USING btree ("district_id","expires_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pinned_rule_sets_revision" ON "pinned_rule_sets" USING btree ("district_id","rule_set_id","revision");--> statement-breakpoint
CREATE INDEX "outgoing_mail_waiting" ON "outgoing_mail" USING btree ("next_attempt_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outgoing_mail_district" ON "outgoing_mail" USING btree ("district_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_topics_position" ON "mandate_topics" USING btree ("district_id","mandate_id","position");--> statement-breakpoint
CREATE INDEX "mandate_topics_course" ON "mandate_topics" USING btree ("district_id","course_id");--> statement-breakpoint
CREATE INDEX "mandate_topics_achievement" ON "mandate_topics" USING btree ("district_id","achievement_id");--> statement-breakpoint
CREATE INDEX "mandate_topics_pathway" ON "mandate_topics" USING btree ("district_id","pathway_id");--> statement-breakpoint
CREATE INDEX "mandates_title" ON "mandates" USING btree ("district_id","title");--> statement-breakpoint
CREATE INDEX "mandates_creator" ON "mandates" USING btree ("district_id","created_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "obligations_number" ON "obligations" USING btree ("district_id","mandate_id","member_id","number");--> statement-breakpoint
CREATE INDEX "obligations_member" ON "obligations" USING btree ("district_id","member_id","due_on");--> statement-breakpoint
CREATE INDEX "obligations_topic" ON "obligations" USING btree ("district_id","topic_id");--> statement-breakpoint
CREATE INDEX "obligations_asked" ON "obligations" USING btree ("district_id","member_id","mandate_id","opens_on","late_on","met_on","missed_on","ended_on") WHERE met_on is null and missed_on is null and ended_on is null;--> statement-breakpoint
CREATE INDEX "obligations_open" ON "obligations" USING btree ("district_id","mandate_id","due_on","member_id","opens_on","late_on","met_on","missed_on","ended_on") WHERE met_on is null and missed_on is null and ended_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "overlays_revision" ON "overlays" USING btree ("district_id","rule_set_id","revision");--> statement-breakpoint
CREATE INDEX "overlays_saver" ON "overlays" USING btree ("district_id","saved_by_id");--> statement-breakpoint
CREATE INDEX "assignments_pathway" ON "assignments" USING btree ("district_id","pathway_id");--> statement-breakpoint
CREATE INDEX "assignments_creator" ON "assignments" USING btree ("district_id","created_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_open" ON "enrollments" USING btree ("district_id","member_id","pathway_id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "enrollments_member" ON "enrollments" USING btree ("district_id","member_id","pathway_id");--> statement-breakpoint
CREATE INDEX "enrollments_pathway" ON "enrollments" USING btree ("district_id","pathway_id","member_id","enrolled_on","ended_on","engaged_on","completed_on","expires_on");--> statement-breakpoint
CREATE INDEX "enrollments_version" ON "enrollments" USING btree ("district_id","version_id");--> statement-breakpoint
CREATE INDEX "enrollments_assignment" ON "enrollments" USING btree ("district_id","assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kept_steps_step" ON "kept_steps" USING btree ("district_id","enrollment_id","step_key","kept_from");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_asks_step" ON "pathway_asks" USING btree ("district_id","step_id","position");--> statement-breakpoint
CREATE INDEX "pathway_asks_course" ON "pathway_asks" USING btree ("district_id","course_id");--> statement-breakpoint
CREATE INDEX "pathway_asks_achievement" ON "pathway_asks" USING btree ("district_id","achievement_id");--> statement-breakpoint
CREATE INDEX "pathway_asks_pathway" ON "pathway_asks" USING btree ("district_id","pathway_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_groups_key" ON "pathway_groups" USING btree ("district_id","version_id","group_key");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_steps_key" ON "pathway_steps" USING btree ("district_id","version_id","step_key");--> statement-breakpoint
CREATE UNIQUE INDEX "pathway_versions_number" ON "pathway_versions" USING btree ("district_id","pathway_id","number");--> statement-breakpoint
CREATE INDEX "pathway_versions_publisher" ON "pathway_versions" USING btree ("district_id","published_by_id");--> statement-breakpoint
CREATE INDEX "pathways_title" ON "pathways" USING btree ("district_id","title");--> statement-breakpoint
CREATE UNIQUE INDEX "step_completions_step" ON "step_completions" USING btree ("district_id","enrollment_id","step_key");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliations_member" ON "affiliations" USING btree ("district_id","member_id","organization_id","role","started_on");--> statement-breakpoint
CREATE INDEX "affiliations_organization" ON "affiliations" USING btree ("district_id","organization_id","role","member_id","started_on","ended_on");--> statement-breakpoint
CREATE INDEX "affiliations_role" ON "affiliations" USING btree ("district_id","role","member_id","organization_id","started_on","ended_on");--> statement-breakpoint
CREATE INDEX "former_bands_organization" ON "former_bands" USING btree ("district_id","organization_id","replaced_on");--> statement-breakpoint
CREATE INDEX "leaves_member" ON "leaves" USING btree ("district_id","member_id","started_on","ended_on","taken_back_at");--> statement-breakpoint
CREATE INDEX "members_follow_up" ON "members" USING btree ("district_id","id") WHERE follow_up_asked_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_user" ON "members" USING btree ("district_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_source" ON "members" USING btree ("district_id","source_id");--> statement-breakpoint
CREATE INDEX "members_email" ON "members" USING btree ("district_id","email");--> statement-breakpoint
CREATE INDEX "members_sort" ON "members" USING btree ("district_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "members_of_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_source" ON "organizations" USING btree ("district_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_path" ON "organizations" USING btree ("district_id","path");--> statement-breakpoint
CREATE INDEX "organizations_parent" ON "organizations" USING btree ("district_id","parent_id");--> statement-breakpoint
CREATE INDEX "record_views_member" ON "record_views" USING btree ("district_id","member_id","viewed_at");--> statement-breakpoint
CREATE INDEX "record_views_viewer" ON "record_views" USING btree ("district_id","viewer_id","viewed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "yardsticks_start" ON "yardsticks" USING btree ("district_id","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_principal" ON "escalations" USING btree ("district_id","principal_id","sent_on");--> statement-breakpoint
CREATE INDEX "reminders_enrollment" ON "reminders" USING btree ("district_id","enrollment_id","sent_on");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_notice" ON "reminders" USING btree ("district_id","enrollment_id","kind","due_on") WHERE kind <> 'by_hand';--> statement-breakpoint
CREATE INDEX "reminders_sender" ON "reminders" USING btree ("district_id","sent_by_id");--> statement-breakpoint
CREATE INDEX "reviews_submission" ON "reviews" USING btree ("district_id","submission_id");--> statement-breakpoint
CREATE INDEX "reviews_day" ON "reviews" USING btree ("district_id","decided_at");--> statement-breakpoint
CREATE INDEX "reviews_reasons" ON "reviews" USING btree ("district_id","reviewer_id","decided_at") WHERE reason is not null;--> statement-breakpoint
CREATE INDEX "submissions_queue" ON "submissions" USING btree ("district_id","organization_id","submitted_at","id") WHERE status = 1;--> statement-breakpoint
CREATE INDEX "submissions_waiting" ON "submissions" USING btree ("district_id","member_id") WHERE status = 1;--> statement-breakpoint
CREATE INDEX "submissions_returned" ON "submissions" USING btree ("district_id","member_id") WHERE status = 3;--> statement-breakpoint
CREATE INDEX "submissions_activity" ON "submissions" USING btree ("district_id","activity_id") WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_completion" ON "submissions" USING btree ("district_id","completion_id") WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_award" ON "submissions" USING btree ("district_id","award_id") WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_evidence" ON "submissions" USING btree ("district_id","evidence_id") WHERE evidence_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_reopened" ON "submissions" USING btree ("district_id","award_id") WHERE reopened_at is not null;--> statement-breakpoint
CREATE INDEX "roster_imports_created" ON "roster_imports" USING btree ("district_id","created_at");--> statement-breakpoint
CREATE INDEX "roster_imports_uploader" ON "roster_imports" USING btree ("district_id","uploaded_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_deliveries_once" ON "report_deliveries" USING btree ("district_id","saved_report_id","member_id");--> statement-breakpoint
CREATE INDEX "report_deliveries_member" ON "report_deliveries" USING btree ("district_id","member_id");--> statement-breakpoint
CREATE INDEX "saved_reports_member" ON "saved_reports" USING btree ("district_id","member_id");--> statement-breakpoint
CREATE INDEX "saved_reports_organization" ON "saved_reports" USING btree ("district_id","organization_id");--> statement-breakpoint
CREATE INDEX "kept_forms_created" ON "kept_forms" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "kept_forms_user" ON "kept_forms" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_account" ON "sign_in_failures" USING btree ("account","failed_at");--> statement-breakpoint
CREATE INDEX "tokens_user" ON "tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tokens_district" ON "tokens" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "user_emails_user" ON "user_emails" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "published_reports_one" ON "published_reports" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "published_reports_snapshot" ON "published_reports" USING btree ("district_id","snapshot_id");--> statement-breakpoint
CREATE INDEX "published_reports_publisher" ON "published_reports" USING btree ("district_id","published_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_name" ON "snapshots" USING btree ("district_id","name");--> statement-breakpoint
CREATE INDEX "snapshots_day" ON "snapshots" USING btree ("district_id","as_of","id");--> statement-breakpoint
CREATE INDEX "snapshots_freezer" ON "snapshots" USING btree ("district_id","frozen_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "state_file_refusals_file" ON "state_file_refusals" USING btree ("district_id","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "state_file_rows_position" ON "state_file_rows" USING btree ("district_id","file_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "state_files_number" ON "state_files" USING btree ("district_id","number");--> statement-breakpoint
CREATE INDEX "credit_uses_member" ON "credit_uses" USING btree ("district_id","member_id","used_on","id");--> statement-breakpoint
CREATE INDEX "credit_uses_activity" ON "credit_uses" USING btree ("district_id","activity_id") WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX "credit_uses_completion" ON "credit_uses" USING btree ("district_id","completion_id") WHERE completion_id is not null;--> statement-breakpoint
CREATE INDEX "credit_uses_award" ON "credit_uses" USING btree ("district_id","award_id") WHERE award_id is not null;--> statement-breakpoint
CREATE INDEX "credit_uses_brought" ON "credit_uses" USING btree ("district_id","brought_id") WHERE brought_id is not null;--> statement-breakpoint
CREATE INDEX "credit_uses_cycle" ON "credit_uses" USING btree ("district_id","cycle_id") WHERE cycle_id is not null;--> statement-breakpoint
CREATE INDEX "credit_uses_carried" ON "credit_uses" USING btree ("district_id","carried_from_id") WHERE carried_from_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_uses_reversal" ON "credit_uses" USING btree ("district_id","reverses_id") WHERE reverses_id is not null;