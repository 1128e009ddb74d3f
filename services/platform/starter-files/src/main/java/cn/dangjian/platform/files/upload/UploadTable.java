package cn.dangjian.platform.files.upload;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.web.caller.AccountId;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Tables {@code upload} and {@code upload_chunk}: what arrived is in the database and survives any process. An upload is
 * its sender's and nobody else's. Its pieces are sealed, for nobody has said yet what stands in them.
 */
class UploadTable implements SealedRows {

    private static final String UPLOAD = "select id, length, complete, taken from upload";
    private static final String CHUNK = "select upload_id, start, seal_key, bytes from upload_chunk";

    /** Pieces are large. */
    private static final int RESEALED_AT_ONCE = 4;

    private final Rows rows;
    private final Seals seals;

    UploadTable(Rows rows, Seals seals) {
        this.rows = rows;
        this.seals = seals;
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
        return new ChunkStream(offset -> rows.unscoped(CHUNK + " where upload_id = :id and start = :start")
                .with("id", id)
                .with("start", offset)
                .find((row, number) -> opened(row)));
    }

    private byte[] opened(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("bytes");
        var key = row.getString("seal_key");
        if (key == null) return bytes;
        return seals.openBytes(new Sealed(key, bytes), field(row.getLong("upload_id"), row.getLong("start")));
    }

    private static Field field(long upload, long start) {
        return new Field("upload_chunk", "bytes", upload + "-" + start);
    }

    /** Those of before were not sealed. */
    @Override
    public SealedTable sealed() {
        return SealedTable.of("upload_chunk", "upload_id", "start")
                .value("bytes", "bytes", "bytes")
                .atOnce(RESEALED_AT_ONCE);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Chunk(long upload, long start, byte[] bytes) {}

    private void write(String statement, Chunk chunk) {
        var sealed = seals.seal(chunk.bytes(), field(chunk.upload(), chunk.start()));
        rows.sql(statement)
                .with("id", chunk.upload())
                .with("start", chunk.start())
                .with("key", sealed.key())
                .with("bytes", sealed.bytes())
                .update();
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
            write("""
                insert into upload_chunk (upload_id, start, seal_key, bytes) values (:id, :start, :key, :bytes)\
                """, new Chunk(upload.id(), offset, bytes));
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
