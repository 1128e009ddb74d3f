package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The posts (职务) that a unit's team may have, read from {@code rules/posts.csv}. */
@Component
public class Posts {

    private final Map<String, Post> posts = new LinkedHashMap<>();

    Posts() {
        RuleFile.read("posts.csv").stream().map(Posts::post).forEach(post -> posts.put(post.code(), post));
    }

    /**
     * One post.
     *
     * @param body whose post it is: PARTY (党组织), VILLAGERS (村委会), SUPERVISION (村务监督)
     * @param head whether it leads its body
     * @param tier the only tier that has it; empty for all
     * @param surplus whether more candidates than seats are asked for (差额选举)
     * @param quotaRule the rule that says how many of them a unit has
     */
    public record Post(
            String code, String term, String body, boolean head, String tier, boolean surplus, String quotaRule) {

        boolean fits(Tier unit) {
            return tier.isEmpty() || Tier.valueOf(tier) == unit;
        }
    }

    /** The post with this code, if units of the tier have it. */
    public Optional<Post> find(String code, Tier tier) {
        return Optional.ofNullable(posts.get(code)).filter(post -> post.fits(tier));
    }

    /** The code of the post that a text means, being the code itself or the term that people use for it. */
    public Optional<String> named(String text) {
        String term = text.replace('（', '(').replace('）', ')');
        return posts.values().stream()
                .filter(post -> post.code().equals(text) || post.term().equals(term))
                .map(Post::code)
                .findFirst();
    }

    /** All posts of a tier, the first ones first. */
    public List<Post> of(Tier tier) {
        return posts.values().stream().filter(post -> post.fits(tier)).toList();
    }

    private static Post post(NamedCsvRecord row) {
        return new Post(
                row.getField("post"),
                row.getField("term"),
                row.getField("body"),
                row.getField("head").equals("yes"),
                row.getField("tier"),
                row.getField("surplus").equals("yes"),
                row.getField("quota"));
    }
}
