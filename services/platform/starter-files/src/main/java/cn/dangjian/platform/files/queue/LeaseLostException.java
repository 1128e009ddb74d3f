package cn.dangjian.platform.files.queue;

/** Somebody else does the work: what was being done must not be committed. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(Lease<?> lease) {
        super(lease.work().getClass().getSimpleName() + " " + lease.id() + " is worked at by another process");
    }
}
