package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.AddTag.TagRequest;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code cadre_tag}. */
@Repository
class TagRepository {

    private final Rows rows;

    TagRepository(Rows rows) {
        this.rows = rows;
    }

    /** A tag and what people call it. */
    record Tag(String tag, String term) {}

    @Unscoped("tags hold for everybody below; they say nothing about anybody")
    List<Tag> listAbove(List<String> paths, String list) {
        return rows.unscoped("""
            select t.tag, t.term from unit u join cadre_tag t on t.unit_id = u.id
             where u.path in (:paths) and t.list = :list order by t.id\
            """).with("paths", paths).with("list", list).list(Tag.class);
    }

    void insert(TagRequest tag, Desk desk) {
        rows.sql("""
            insert into cadre_tag (unit_id, list, tag, term, document, subject, at)
            values (:unit, :list, :tag, :term, :document, :subject, :at)\
            """).with("unit", desk.unit().id()).with(tag).by(desk).update();
    }
}
