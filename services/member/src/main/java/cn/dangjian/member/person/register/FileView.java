package cn.dangjian.member.person.register;

import cn.dangjian.member.person.quality.Completeness;
import cn.dangjian.member.person.quality.Contradiction;
import cn.dangjian.platform.web.version.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as people see it.
 *
 * @param number masked
 * @param phone masked; null if none is known
 * @param address masked; null if none is known
 */
public record FileView(
        Member member,
        String number,
        @Nullable String phone,
        @Nullable String address,
        Completeness completeness,
        List<Contradiction> contradictions)
        implements Versioned {

    @Override
    public long version() {
        return member.version();
    }
}
