package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.tree.application.Province;
import cn.dangjian.organization.tree.rollup.Recount;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A province in whose register nothing is entered yet, and a township that keeps it. */
public abstract class EmptyRegister extends Province {

    protected Desk desk;
    protected Branches branches;
    protected long county;
    protected long township;
    protected long village;

    /** @param emptied tables beside those of the register */
    protected EmptyRegister(String code, String... emptied) {
        super(
                code,
                Stream.concat(Stream.of("register_unit", "register_state", "register_link"), Stream.of(emptied))
                        .toList());
    }

    @BeforeEach
    protected void takeSeats() {
        desk = new Desk(api, tokens);
        branches = new Branches(jdbc);
        Recount.anew(jdbc);
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
    }

    @AfterEach
    protected void treeAsBefore() {
        branches.forget();
    }
}
