package cn.dangjian.identity.post;

import cn.dangjian.platform.web.caller.AccountId;
import java.time.ZoneId;

/**
 * 岗位: an account that acts for a unit.
 *
 * @param duty what for; {@code office} (组织工作) is the one that units have by themselves
 */
public record Post(long id, AccountId account, long unit, String duty, boolean active) {

    /** Posts are announced in pages of this many neighbouring ids. */
    static final int PAGE = 500;

    /** The duty of the post that units have by themselves. */
    public static final String OFFICE = "office";

    /** A unit begins and ends on days of China. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    long page() {
        return id / PAGE;
    }

    Post end() {
        return new Post(id, account, unit, duty, false);
    }
}
