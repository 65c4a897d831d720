-- An appointment that a message invites to, as JSON; its calendar file is written when it is sent, with the address of then.
ALTER TABLE messages ADD COLUMN invitation BLOB;
