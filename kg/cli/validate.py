"""``kg validate``"""
