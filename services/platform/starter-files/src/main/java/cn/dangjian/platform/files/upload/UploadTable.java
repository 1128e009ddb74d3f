package cn.dangjian.platform.files.upload;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.caller.AccountId;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Tables {@code upload} and {@code upload_chunk}: what arrived is in the database and survives any process. An upload is
 * its sender's and nobody else's.
 */
class UploadTable {

    private static final String UPLOAD = "select id, length, complete, taken from upload";

    private final Rows rows;

    UploadTable(Rows rows) {
        this.rows = rows;
    }

    long open(AccountId account, Instant now) {
        return rows.sql("insert into upload (account, opened_at) values (:account, :now)")
                .with("account", account)
                .with("now", now)
                .insert();
    }

    @Unscoped("an account about its own uploads")
    Optional<Upload> find(long id, AccountId account) {
        return rows.unscoped(UPLOAD + " where id = :id and account = :account")
                .with("id", id)
                .with("account", account)
                .find(Upload.class);
    }

    /** The upload as it is now; nobody else changes it until commit. */
    @Unscoped("an account about its own uploads")
    Optional<Upload> lock(long id, AccountId account) {
        return rows.unscoped(UPLOAD + " where id = :id and account = :account for update")
                .with("id", id)
                .with("account", account)
                .find(Upload.class);
    }

    /** An upload that is locked, as a file that grows. */
    PiecedFile file(Upload upload) {
        return new Growing(upload);
    }

    void take(long id) {
        rows.sql("update upload set taken = true where id = :id").with("id", id).update();
    }

    InputStream read(long id) {
        return new ChunkStream(
                offset -> rows.unscoped("select bytes from upload_chunk where upload_id = :id and start = :start")
                        .with("id", id)
                        .with("start", offset)
                        .find((row, number) -> row.getBytes(1)));
    }

    void forget(long id) {
        rows.sql("delete from upload_chunk where upload_id = :id")
                .with("id", id)
                .update();
        rows.sql("delete from upload where id = :id").with("id", id).update();
    }

    /** An upload of which nothing was made for so long. */
    Optional<Long> abandoned(Instant before) {
        return rows.unscoped("""
            select id from upload where taken = false and opened_at < :before
             order by opened_at limit 1 for update skip locked\
            """).with("before", before).find((row, number) -> row.getLong(1));
    }

    private final class Growing implements PiecedFile {

        private final Upload upload;

        private Growing(Upload upload) {
            this.upload = upload;
        }

        @Override
        public long length() {
            return upload.length();
        }

        @Override
        public boolean isComplete() {
            return upload.complete();
        }

        @Override
        public void append(long offset, byte[] bytes) {
            rows.sql("insert into upload_chunk (upload_id, start, bytes) values (:id, :start, :bytes)")
                    .with("id", upload.id())
                    .with("start", offset)
                    .with("bytes", bytes)
                    .update();
            length(offset + bytes.length);
        }

        @Override
        public void complete() {
            rows.sql("update upload set complete = true where id = :id")
                    .with("id", upload.id())
                    .update();
        }

        @Override
        public void truncate() {
            rows.sql("delete from upload_chunk where upload_id = :id")
                    .with("id", upload.id())
                    .update();
            length(0);
        }

        private void length(long length) {
            rows.sql("update upload set length = :length where id = :id")
                    .with("length", length)
                    .with("id", upload.id())
                    .update();
        }

        @Override
        public InputStream read() {
            return UploadTable.this.read(upload.id());
        }
    }
}
