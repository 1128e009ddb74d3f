package cn.dangjian.member.telling.told;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads {@code member} for who there is to tell of. */
@Repository
class ToldQueries {

    private final Rows rows;

    ToldQueries(Rows rows) {
        this.rows = rows;
    }

    /** In the order of their files. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> listAfter(long member, int most) {
        return rows.unscoped("select id from member where id > :member order by id limit :most")
                .with("member", member)
                .with("most", most)
                .list(Long.class);
    }
}
