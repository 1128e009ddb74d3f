package cn.dangjian.organization.people.quota;

import cn.dangjian.organization.people.quota.QuotaRepository.Quota;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.organization.tree.rule.Posts.Post;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 职数: how many seats of a post a unit has; what was set for the unit counts, else the rule of its place. */
@Component
public class Quotas {

    private final Rulebook rulebook;
    private final Posts posts;
    private final QuotaRepository set;

    Quotas(Rulebook rulebook, Posts posts, QuotaRepository set) {
        this.rulebook = rulebook;
        this.posts = posts;
        this.set = set;
    }

    /** The quotas of some units on one day. */
    public static final class Of {

        private final Rules rules;
        private final List<Quota> set;

        Of(Rules rules, List<Quota> set) {
            this.rules = rules;
            this.set = set;
        }

        /** Null if nobody has set one. */
        public @Nullable Integer find(Unit unit, Post post) {
            return set.reversed().stream()
                    .filter(quota ->
                            quota.unitId().equals(unit.id()) && quota.post().equals(post.code()))
                    .map(Quota::quota)
                    .findFirst()
                    .or(() -> rules.find(post.quotaRule(), unit.path()).map(BigDecimal::intValueExact))
                    .orElse(null);
        }
    }

    /** The quotas of some units of a scope on a day; two queries, for many questions. */
    public Of on(LocalDate day, Collection<Unit> units, Scope scope) {
        var ids = units.stream().map(unit -> unit.id().value()).toList();
        return new Of(rulebook.on(day), set.list(ids, day, scope));
    }

    /** The posts of a tier, the first ones first. */
    public List<Post> posts(Tier tier) {
        return posts.of(tier);
    }

    /** The post with this code, if units of the tier have it. */
    public Optional<Post> post(String code, Tier tier) {
        return posts.find(code, tier);
    }
}
