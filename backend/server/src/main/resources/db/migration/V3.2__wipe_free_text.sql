-- The rows that migration 3 wrote over are still on their pages; this writes the table anew.
VACUUM (FULL) event;
