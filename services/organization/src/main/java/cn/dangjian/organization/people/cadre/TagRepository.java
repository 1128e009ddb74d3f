package cn.dangjian.organization.people.cadre;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cadre_tag}. */
@Repository
class TagRepository {

    private final JdbcClient jdbc;

    TagRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A tag and what people call it. */
    record Tag(String tag, String term) {}

    @Unscoped("tags hold for everybody below; they say nothing about anybody")
    List<Tag> listAbove(List<String> paths, String list) {
        return jdbc.sql("""
            select t.tag, t.term from unit u join cadre_tag t on t.unit_id = u.id
             where u.path in (:paths) and t.list = :list order by t.id\
            """)
                .param("paths", paths)
                .param("list", list)
                .query(Tag.class)
                .list();
    }

    void insert(UnitId unit, String list, Tag tag, String document, String subject, Instant at) {
        jdbc.sql("""
            insert into cadre_tag (unit_id, list, tag, term, document, subject, at)
            values (:unit, :list, :tag, :term, :document, :subject, :at)\
            """)
                .param("unit", unit.value())
                .param("list", list)
                .param("tag", tag.tag())
                .param("term", tag.term())
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
