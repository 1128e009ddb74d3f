/** Sessions (会话): where an account is signed in, from which post it acts there, and how that ends. */
@NullMarked
package cn.dangjian.identity.session;

import org.jspecify.annotations.NullMarked;
