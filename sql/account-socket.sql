-- One account without a password: the server asks the kernel who is at the socket, and wants a user of this name.
-- Run by `yimenctl accounts` for each program where the settings name no password file.

CREATE USER IF NOT EXISTS @account@ IDENTIFIED VIA unix_socket;
ALTER USER @account@ IDENTIFIED VIA unix_socket;
