/** The one door of the house (网关): it knows prefixes, tokens and limits, and no domain. */
@NullMarked
package cn.dangjian.gateway;

import org.jspecify.annotations.NullMarked;
