package cn.dangjian.organization.tree.imports;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.files.upload.ChunkStream;
import cn.dangjian.platform.files.upload.PiecedFile;
import java.io.InputStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code import_file} and {@code import_chunk}: what arrived is in the database and survives any process. */
@Repository
@Unscoped("an import is the administrators', who see the whole province")
public class FileTable {

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(long importId) {
        for (var file : DivisionFile.values()) {
            jdbc.sql("insert into import_file (import_id, file_no) values (:import, :file)")
                    .param("import", importId)
                    .param("file", file.number())
                    .update();
        }
    }

    public List<ImportFile> list(long importId) {
        return jdbc.sql("select * from import_file where import_id = :import order by file_no")
                .param("import", importId)
                .query((row, number) -> new ImportFile(
                        DivisionFile.numbered(row.getInt("file_no")),
                        row.getLong("length"),
                        row.getBoolean("complete"),
                        row.getObject("rows_read", Integer.class),
                        row.getInt("established"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getBoolean("applied")))
                .list();
    }

    ImportFile get(long importId, DivisionFile file) {
        return list(importId).stream()
                .filter(row -> row.file() == file)
                .findFirst()
                .orElseThrow();
    }

    /** A file as it is now; its import is locked. */
    PiecedFile growing(long importId, DivisionFile file) {
        return new Growing(importId, get(importId, file));
    }

    private final class Growing implements PiecedFile {

        private final long importId;
        private final ImportFile file;

        private Growing(long importId, ImportFile file) {
            this.importId = importId;
            this.file = file;
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public boolean isComplete() {
            return file.complete();
        }

        @Override
        public void append(long offset, byte[] bytes) {
            FileTable.this.append(importId, file.file(), offset, bytes);
        }

        @Override
        public void complete() {
            FileTable.this.complete(importId, file.file());
        }

        @Override
        public void truncate() {
            FileTable.this.truncate(importId, file.file());
        }

        @Override
        public InputStream read() {
            return FileTable.this.read(importId, file.file());
        }
    }

    private void append(long importId, DivisionFile file, long offset, byte[] bytes) {
        jdbc.sql("insert into import_chunk (import_id, file_no, start, bytes) values (:import, :file, :start, :bytes)")
                .param("import", importId)
                .param("file", file.number())
                .param("start", offset)
                .param("bytes", bytes)
                .update();
        jdbc.sql("update import_file set length = :length where import_id = :import and file_no = :file")
                .param("import", importId)
                .param("file", file.number())
                .param("length", offset + bytes.length)
                .update();
    }

    private void complete(long importId, DivisionFile file) {
        jdbc.sql("update import_file set complete = true where import_id = :import and file_no = :file")
                .param("import", importId)
                .param("file", file.number())
                .update();
    }

    private void truncate(long importId, DivisionFile file) {
        jdbc.sql("delete from import_chunk where import_id = :import and file_no = :file")
                .param("import", importId)
                .param("file", file.number())
                .update();
        jdbc.sql("update import_file set length = 0 where import_id = :import and file_no = :file")
                .param("import", importId)
                .param("file", file.number())
                .update();
    }

    /** The file's bytes, read chunk by chunk while the caller's transaction lasts. */
    public InputStream read(long importId, DivisionFile file) {
        return new ChunkStream(offset -> jdbc.sql("""
            select bytes from import_chunk where import_id = :import and file_no = :file and start = :start\
            """)
                .param("import", importId)
                .param("file", file.number())
                .param("start", offset)
                .query(byte[].class)
                .optional());
    }

    public void saveRowsRead(long importId, DivisionFile file, int rows) {
        jdbc.sql("update import_file set rows_read = :rows where import_id = :import and file_no = :file")
                .param("import", importId)
                .param("file", file.number())
                .param("rows", rows)
                .update();
    }

    public void saveApplied(long importId, ImportFile result) {
        jdbc.sql("""
            update import_file set established = :established, changed = :changed, unchanged = :unchanged,
                   rejected = :rejected, applied = true
             where import_id = :import and file_no = :file\
            """)
                .param("established", result.established())
                .param("changed", result.changed())
                .param("unchanged", result.unchanged())
                .param("rejected", result.rejected())
                .param("import", importId)
                .param("file", result.file().number())
                .update();
    }

    /** Frees the room that the bytes took; what became of the rows stays. */
    public void forgetBytes(long importId) {
        jdbc.sql("delete from import_chunk where import_id = :import")
                .param("import", importId)
                .update();
    }
}
