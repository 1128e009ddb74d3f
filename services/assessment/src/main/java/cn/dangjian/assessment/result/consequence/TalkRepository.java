package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.consequence.HoldTalk.TalkRequest;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code talk}: one of a consequence, which is never changed. */
@Repository
class TalkRepository {

    private final Rows rows;

    TalkRepository(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("of a consequence that was found in the caller's scope")
    Optional<Talk> find(long consequence) {
        return rows.unscoped("""
            select day, by_post, with_post, words, asked, until from talk where consequence_id = :id\
            """).with("id", consequence).find(Talk.class);
    }

    void insert(long consequence, TalkRequest talk, Desk desk) {
        rows.sql("""
            insert into talk (consequence_id, day, by_post, with_post, words, asked, until, subject, at)
            values (:id, :day, :byPost, :withPost, :words, :asked, :until, :subject, :at)\
            """).with("id", consequence).with(talk).by(desk).update();
    }
}
