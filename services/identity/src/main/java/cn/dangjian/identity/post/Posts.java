package cn.dangjian.identity.post;

import cn.dangjian.platform.web.caller.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The posts, for the other rooms. */
@Service
public class Posts {

    private final PostRepository posts;

    Posts(PostRepository posts) {
        this.posts = posts;
    }

    /** The post from which the account acts; none if its unit was abolished. */
    public Optional<Post> of(AccountId account) {
        return posts.findActive(account);
    }
}
