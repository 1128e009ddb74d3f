package cn.dangjian.platform.web.version;

/** An answer that says which version of a row it shows; {@link Reply} makes its ETag of it. */
public interface Versioned {

    long version();
}
