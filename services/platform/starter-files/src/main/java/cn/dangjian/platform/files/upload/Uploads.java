package cn.dangjian.platform.files.upload;

import static cn.dangjian.platform.files.upload.UploadRefusal.INCOMPLETE;
import static cn.dangjian.platform.files.upload.UploadRefusal.TAKEN;
import static cn.dangjian.platform.files.upload.UploadRefusal.UNKNOWN;

import cn.dangjian.platform.web.caller.AccountId;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that have arrived in pieces; whoever makes something of one asks here. */
public class Uploads {

    private final UploadTable uploads;
    private final UploadSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(UploadTable uploads, UploadSettings settings, TransactionTemplate transaction, Clock clock) {
        this.uploads = uploads;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Says that something is made of an upload; it is kept until {@link #forget}.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException 404 if it is not the account's, 409 if it is not whole or
     *     something is made of it already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long id, AccountId account) {
        var upload = uploads.lock(id, account).orElseThrow(UNKNOWN);
        INCOMPLETE.unless(upload.complete());
        TAKEN.when(upload.taken());
        uploads.take(id);
    }

    /** Its bytes, while the caller's transaction lasts. */
    public InputStream read(long id) {
        return uploads.read(id);
    }

    public void forget(long id) {
        uploads.forget(id);
    }

    /** One at a time, for they are large. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void forgetAbandoned() {
        var before = clock.instant().minus(settings.keep());
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                var found = uploads.abandoned(before);
                found.ifPresent(uploads::forget);
                return found.isPresent();
            }));
        }
    }
}
