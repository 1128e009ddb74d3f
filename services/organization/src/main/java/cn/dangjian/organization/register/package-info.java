/** What lies in a place (台账): register units and who covers them, chains, grids, venues, code tables. */
@NullMarked
package cn.dangjian.organization.register;

import org.jspecify.annotations.NullMarked;
