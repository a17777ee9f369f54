-- One account with a password.  Run by `yimenctl accounts` for each line of the password file.

CREATE USER IF NOT EXISTS @account@ IDENTIFIED BY '@password@';
ALTER USER @account@ IDENTIFIED BY '@password@' WITH MAX_USER_CONNECTIONS 0;
