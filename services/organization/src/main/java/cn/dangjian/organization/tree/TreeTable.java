package cn.dangjian.organization.tree;

import cn.dangjian.platform.directory.Unscoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree as a whole: whoever changes its shape holds it until commit.
 *
 * <p>Changes of the tree are rare and must see each other: two moves that cross would make a circle. One lock for all is
 * simple and enough. Take it as the first statement of the transaction, so that what is read afterwards is what the one
 * before has committed.
 */
@Repository
public class TreeTable {

    private final JdbcClient jdbc;

    TreeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes the tree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("select id from tree_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** The id of the next new unit; under the lock nobody else takes it. */
    @Unscoped("says nothing about any unit")
    @Transactional(propagation = Propagation.MANDATORY)
    public long nextId() {
        return jdbc.sql("select coalesce(max(id), 0) + 1 from unit")
                .query(Long.class)
                .single();
    }
}
