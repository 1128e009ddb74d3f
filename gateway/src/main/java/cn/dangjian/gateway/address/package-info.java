/** Who really calls: the client's address behind trusted proxies, and a request freed of headers that pretend. */
@NullMarked
package cn.dangjian.gateway.address;

import org.jspecify.annotations.NullMarked;
