CREATE TRIGGER `events_are_kept` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `events_stay` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_are_kept` BEFORE UPDATE ON `reviews` BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `reviews_stay` BEFORE DELETE ON `reviews` BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entries_are_kept` BEFORE UPDATE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entries_stay` BEFORE DELETE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries are never deleted'); END;
