package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @TempDir
    Path module;

    @BeforeEach
    void aServiceWithTwoTables() throws IOException {
        write(
                "src/main/resources/db/migration/V1__x.sql",
                "create table note (id bigint);\ncreate table lock_ (id int);");
        write("src/main/java/cn/dangjian/x/east/NoteRepository.java", "insert into note (id) values (:id)");
    }

    private void write(String path, String text) throws IOException {
        var file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aTableHasOneWritingRoomAndAnyNumberOfReaders() throws IOException {
        write("src/main/java/cn/dangjian/x/west/far/NoteQueries.java", "select * from note n join lock_ l");

        var tables = new Tables(module);

        assertThat(tables.violations()).isEmpty();
        assertThat(tables.writers().get("note")).containsExactly("east");
        assertThat(tables.readers("note")).containsExactly("west.far");
        assertThat(tables.readers("lock_")).containsExactly("west.far");
    }

    @Test
    void aSecondWriterIsRefusedUnlessTheListSaysWhy() throws IOException {
        write("src/main/java/cn/dangjian/x/west/NoteTable.java", "delete n from note n where n.id = 1");
        assertThat(new Tables(module).violations()).containsExactly("note is written by [east, west]");

        write("src/test/resources/shared-tables.csv", "table,why\nnote,two columns\n");

        assertThat(new Tables(module).violations()).isEmpty();
    }

    @Test
    void theListOfSharedTablesOnlyShrinks() throws IOException {
        write("src/test/resources/shared-tables.csv", "table,why\nnote,two columns\ngone,never was\n");

        assertThat(new Tables(module).violations())
                .containsExactly("note is shared no more: take it off the list", "no table gone");
    }

    @Test
    void aTableThatALaterScriptDropsIsNone() throws IOException {
        write("src/main/resources/db/migration/V2__y.sql", "drop table lock_;");

        assertThat(new Tables(module).writers()).containsOnlyKeys("note");
    }

    @Test
    void aColumnIsCalledMemberOnlyWithAs() throws IOException {
        write("src/main/java/cn/dangjian/x/west/NoteQueries.java", "select n.member_id as member from note n");
        assertThat(new Tables(module).violations()).isEmpty();

        write("src/main/java/cn/dangjian/x/west/OtherQueries.java", "select n.member_id member, n.id from note n");

        assertThat(new Tables(module).violations())
                .containsExactly("OtherQueries.java calls a column member without as");
    }
}
