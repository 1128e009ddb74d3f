-- What a client made its key of is not kept, only its digest: with the key itself the fingerprint could be guessed from.
update idempotency set idem_key = sha2(idem_key, 256);
