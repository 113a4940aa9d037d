-- J1: the next entry is max(n)+1 and nothing else. This also stops INSERT OR REPLACE of an older entry, on any
-- connection: a BEFORE INSERT trigger fires before the old row is taken out, even with recursive_triggers = OFF.
CREATE TRIGGER journal_next BEFORE INSERT ON journal
WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'J1'); END;
--> statement-breakpoint
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'J4'); END;
--> statement-breakpoint
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'J4'); END;
--> statement-breakpoint
-- J6: a private part is written together with its entry, once. Deleting is the purge, and stays allowed; writing an
-- older one again is not, so a deleted part cannot come back as another text.
CREATE TRIGGER private_parts_once BEFORE INSERT ON private_parts
WHEN NEW.n IS NOT (SELECT max(n) FROM journal) OR EXISTS (SELECT 1 FROM private_parts WHERE n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'J6'); END;
--> statement-breakpoint
CREATE TRIGGER private_parts_no_update BEFORE UPDATE ON private_parts
BEGIN SELECT RAISE(ABORT, 'J6'); END;
