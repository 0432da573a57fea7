<?xml version="1.0" encoding="UTF-8"?>
<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://skjema.geonorge.no/SOSI/produktspesifikasjon/Reguleringsplan/20190401" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="samling">
<gml:featureMember><app:RpOmråde gml:id="_1991-003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1991-003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1991-003.g"><gml:exterior><gml:LinearRing><gml:posList>301553.659 7602825.65 301553.824 7602825.672 301552.938 7602866.004 301553.16 7602905.558 301580.492 7602912.303 301604.29 7602916.247 301627.429 7602918.559 301649.277 7602920.106 301662.865 7602921.217 301684.41 7602923.934 301706.503 7602927.964 301711.152 7602884.877 301718.952 7602843.528 301738.24 7602848.414 301756.483 7602852.864 301782.998 7602858.213 301806.165 7602861.665 301829.132 7602864.194 301858.534 7602866.551 301894.25 7602868.589 301895.996 7602826.207 301898.187 7602785.611 301869.865 7602782.466 301844.255 7602778.973 301818.019 7602774.454 301801.093 7602770.837 301777.349 7602764.665 301762.746 7602760.343 301740.008 7602753.42 301740.053 7602753.222 301735.497 7602752.046 301733.001 7602751.286 301732.976 7602751.396 301712.053 7602745.995 301689.115 7602741.704 301672.264 7602739.699 301646.514 7602738.203 301620.689 7602737.84 301594.872 7602737.519 301566.766 7602736.11 301558.654 7602780.709 301554.071 7602821.94 301553.907 7602821.915 301553.865 7602823.79 301553.659 7602825.65</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1991-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>30</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Øvre Lia (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>1991-10-03</app:ikrafttredelsesdato>
<app:lovreferanse>4</app:lovreferanse>
<app:vedtakEndeligPlanDato>1991-10-03</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1991-003.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1991-003.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1991-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1991-003.001.g"><gml:exterior><gml:LinearRing><gml:posList>301553.824 7602825.672 301552.938 7602866.004 301553.16 7602905.558 301580.492 7602912.303 301604.29 7602916.247 301627.429 7602918.559 301649.277 7602920.106 301662.865 7602921.217 301684.41 7602923.934 301706.503 7602927.964 301711.152 7602884.877 301718.952 7602843.528 301738.24 7602848.414 301756.483 7602852.864 301782.998 7602858.213 301806.165 7602861.665 301829.132 7602864.194 301858.534 7602866.551 301894.25 7602868.589 301895.996 7602826.207 301898.187 7602785.611 301869.865 7602782.466 301844.255 7602778.973 301818.019 7602774.454 301801.093 7602770.837 301777.349 7602764.665 301762.746 7602760.343 301740.008 7602753.42 301740.053 7602753.222 301735.497 7602752.046 301733.001 7602751.286 301732.976 7602751.396 301712.053 7602745.995 301689.115 7602741.704 301672.264 7602739.699 301646.514 7602738.203 301620.689 7602737.84 301594.872 7602737.519 301566.766 7602736.11 301558.654 7602780.709 301554.071 7602821.94 301553.907 7602821.915 301553.865 7602823.79 301553.659 7602825.65 301553.824 7602825.672</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>301693.817 7602830.94 301676.103 7602828.342 301653.438 7602826.425 301631.101 7602825.486 301612.614 7602824.822 301588.355 7602823.272 301561.371 7602819.628 301565.584 7602781.723 301572.553 7602743.409 301594.653 7602744.517 301620.596 7602744.839 301646.262 7602745.2 301671.647 7602746.675 301688.057 7602748.627 301710.533 7602752.832 301731.725 7602758.302 301723.123 7602796.276 301713.818 7602835.089 301693.817 7602830.94</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>301859.013 7602859.567 301829.795 7602857.225 301807.064 7602854.722 301784.207 7602851.316 301758.005 7602846.03 301739.929 7602841.621 301720.031 7602836.58 301729.485 7602797.946 301738.146 7602760.17 301760.733 7602767.047 301775.475 7602771.41 301799.48 7602777.65 301816.693 7602781.329 301843.188 7602785.892 301869.006 7602789.414 301890.841 7602791.838 301889.004 7602825.874 301887.549 7602861.195 301859.013 7602859.567</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>301663.589 7602914.253 301649.809 7602913.126 301628.024 7602911.584 301605.211 7602909.304 301581.905 7602905.442 301560.129 7602900.068 301559.938 7602866.061 301560.729 7602830.069 301583.457 7602833.63 301610.779 7602835.833 301627.954 7602836.575 301654.369 7602837.767 301673.541 7602839.395 301691.678 7602841.969 301711.369 7602845.965 301704.222 7602883.851 301700.351 7602919.726 301685.477 7602917.013 301663.589 7602914.253</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:reguleringsformål>310</app:reguleringsformål>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1991-003.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1991-003.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1991-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1991-003.002.g"><gml:exterior><gml:LinearRing><gml:posList>301723.123 7602796.276 301731.725 7602758.302 301710.533 7602752.832 301688.057 7602748.627 301671.647 7602746.675 301646.262 7602745.2 301620.596 7602744.839 301594.653 7602744.517 301572.553 7602743.409 301565.584 7602781.723 301561.371 7602819.628 301588.355 7602823.272 301612.614 7602824.822 301631.101 7602825.486 301653.438 7602826.425 301676.103 7602828.342 301693.817 7602830.94 301713.818 7602835.089 301723.123 7602796.276</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B1</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>1</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1991-003.003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1991-003.003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1991-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1991-003.003.g"><gml:exterior><gml:LinearRing><gml:posList>301889.004 7602825.874 301890.841 7602791.838 301869.006 7602789.414 301843.188 7602785.892 301816.693 7602781.329 301799.48 7602777.65 301775.475 7602771.41 301760.733 7602767.047 301738.146 7602760.17 301729.485 7602797.946 301720.031 7602836.58 301739.929 7602841.621 301758.005 7602846.03 301784.207 7602851.316 301807.064 7602854.722 301829.795 7602857.225 301859.013 7602859.567 301887.549 7602861.195 301889.004 7602825.874</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B2</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>3</app:utnyttingstype><app:utnyttingstall>35</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1991-003.004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1991-003.004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1991-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1991-003.004.g"><gml:exterior><gml:LinearRing><gml:posList>301700.351 7602919.726 301704.222 7602883.851 301711.369 7602845.965 301691.678 7602841.969 301673.541 7602839.395 301654.369 7602837.767 301627.954 7602836.575 301610.779 7602835.833 301583.457 7602833.63 301560.729 7602830.069 301559.938 7602866.061 301560.129 7602900.068 301581.905 7602905.442 301605.211 7602909.304 301628.024 7602911.584 301649.809 7602913.126 301663.589 7602914.253 301685.477 7602917.013 301700.351 7602919.726</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B3</app:feltbetegnelse>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-007">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.g"><gml:exterior><gml:LinearRing><gml:posList>302032.723 7602112.041 302032.724 7602111.957 302062.413 7602105.091 302068.662 7602103.698 302074.692 7602102.43 302080.521 7602101.3 302086.164 7602100.323 302091.636 7602099.502 302096.96 7602098.84 302102.154 7602098.334 302107.25 7602097.978 302112.273 7602097.761 302117.249 7602097.672 302122.203 7602097.695 302127.158 7602097.813 302132.135 7602098.007 302137.158 7602098.262 302142.243 7602098.555 302147.398 7602098.87 302161.19 7602099.708 302155.826 7602061.675 302154.293 7602025.675 302142.67 7602025.682 302137.871 7602025.625 302133.111 7602025.526 302128.361 7602025.403 302123.587 7602025.282 302118.77 7602025.185 302113.885 7602025.139 302108.91 7602025.169 302103.824 7602025.3 302098.617 7602025.557 302093.267 7602025.954 302087.763 7602026.509 302082.094 7602027.228 302076.247 7602028.114 302070.215 7602029.164 302063.987 7602030.369 302057.549 7602031.715 302044.969 7602034.493 302044.996 7602034.834 302013.76 7602041.568 302005.734 7602043.198 301997.506 7602044.743 301989.08 7602046.175 301980.472 7602047.47 301971.697 7602048.606 301962.78 7602049.569 301953.726 7602050.347 301944.555 7602050.94 301935.287 7602051.347 301925.954 7602051.582 301916.561 7602051.659 301907.13 7602051.601 301897.687 7602051.438 301888.257 7602051.202 301878.849 7602050.932 301869.473 7602050.668 301860.166 7602050.455 301842.191 7602050.221 301850.244 7602087.281 301857.093 7602121.831 301871.425 7602121.889 301880.096 7602122.04 301888.883 7602122.271 301897.757 7602122.541 301906.703 7602122.809 301915.708 7602123.038 301924.745 7602123.193 301933.789 7602123.239 301942.809 7602123.151 301951.802 7602122.907 301960.732 7602122.488 301969.571 7602121.889 301978.295 7602121.105 301986.896 7602120.141 301995.343 7602119.007 302003.619 7602117.721 302011.7 7602116.304 302019.585 7602114.781 302028.613 7602112.898 302029.207 7602112.774 302032.723 7602112.041</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Rekkehusene i Bakken (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-04-26</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>1</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2012-04-26</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-007.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.001.g"><gml:exterior><gml:LinearRing><gml:posList>302032.724 7602111.957 302062.413 7602105.091 302068.662 7602103.698 302074.692 7602102.43 302080.521 7602101.3 302086.164 7602100.323 302091.636 7602099.502 302096.96 7602098.84 302102.154 7602098.334 302107.25 7602097.978 302112.273 7602097.761 302117.249 7602097.672 302122.203 7602097.695 302127.158 7602097.813 302132.135 7602098.007 302137.158 7602098.262 302142.243 7602098.555 302147.398 7602098.87 302161.19 7602099.708 302155.826 7602061.675 302154.293 7602025.675 302142.67 7602025.682 302137.871 7602025.625 302133.111 7602025.526 302128.361 7602025.403 302123.587 7602025.282 302118.77 7602025.185 302113.885 7602025.139 302108.91 7602025.169 302103.824 7602025.3 302098.617 7602025.557 302093.267 7602025.954 302087.763 7602026.509 302082.094 7602027.228 302076.247 7602028.114 302070.215 7602029.164 302063.987 7602030.369 302057.549 7602031.715 302044.969 7602034.493 302044.996 7602034.834 302013.76 7602041.568 302005.734 7602043.198 301997.506 7602044.743 301989.08 7602046.175 301980.472 7602047.47 301971.697 7602048.606 301962.78 7602049.569 301953.726 7602050.347 301944.555 7602050.94 301935.287 7602051.347 301925.954 7602051.582 301916.561 7602051.659 301907.13 7602051.601 301897.687 7602051.438 301888.257 7602051.202 301878.849 7602050.932 301869.473 7602050.668 301860.166 7602050.455 301842.191 7602050.221 301850.244 7602087.281 301857.093 7602121.831 301871.425 7602121.889 301880.096 7602122.04 301888.883 7602122.271 301897.757 7602122.541 301906.703 7602122.809 301915.708 7602123.038 301924.745 7602123.193 301933.789 7602123.239 301942.809 7602123.151 301951.802 7602122.907 301960.732 7602122.488 301969.571 7602121.889 301978.295 7602121.105 301986.896 7602120.141 301995.343 7602119.007 302003.619 7602117.721 302011.7 7602116.304 302019.585 7602114.781 302028.613 7602112.898 302029.207 7602112.774 302032.723 7602112.041 302032.724 7602111.957</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>301875.9 7602057.852 301878.645 7602057.929 301888.069 7602058.199 301897.539 7602058.436 301907.048 7602058.601 301916.568 7602058.659 301926.071 7602058.581 301935.529 7602058.343 301944.934 7602057.93 301954.251 7602057.328 301963.455 7602056.537 301972.522 7602055.558 301981.442 7602054.403 301990.187 7602053.087 301998.738 7602051.634 302007.076 7602050.068 302015.194 7602048.42 302023.079 7602046.72 302026.13 7602076.026 302025.787 7602106.337 302018.206 7602107.918 302010.432 7602109.42 302002.477 7602110.814 301994.34 7602112.079 301986.04 7602113.193 301977.592 7602114.14 301969.021 7602114.91 301960.331 7602115.499 301951.543 7602115.911 301942.68 7602116.152 301933.773 7602116.239 301924.823 7602116.193 301915.857 7602116.04 301906.897 7602115.812 301897.972 7602115.544 301889.081 7602115.274 301880.249 7602115.042 301871.5 7602114.889 301862.846 7602114.854 301857.098 7602085.857 301854.026 7602071.72 301850.9 7602057.335 301860.04 7602057.454 301869.294 7602057.666 301875.9 7602057.852</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>302077.43 7602035.015 302083.059 7602034.162 302088.555 7602033.465 302093.878 7602032.928 302099.048 7602032.544 302104.087 7602032.296 302109.022 7602032.168 302113.873 7602032.139 302118.667 7602032.184 302123.427 7602032.28 302128.178 7602032.401 302132.948 7602032.524 302137.757 7602032.624 302142.63 7602032.682 302147.585 7602032.679 302148.847 7602062.314 302153.062 7602092.201 302147.828 7602091.883 302142.658 7602091.567 302137.537 7602091.272 302132.449 7602091.014 302127.378 7602090.816 302122.302 7602090.695 302117.202 7602090.672 302112.059 7602090.764 302106.855 7602090.989 302101.571 7602091.358 302096.189 7602091.882 302090.685 7602092.566 302085.047 7602093.412 302079.258 7602094.415 302073.306 7602095.568 302067.18 7602096.857 302060.863 7602098.265 302054.351 7602099.771 302054.763 7602069.374 302053.791 7602057.139 302052.43 7602040.014 302059.02 7602038.559 302065.368 7602037.232 302071.48 7602036.049 302077.372 7602035.024 302077.43 7602035.015</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-007.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.002.g"><gml:exterior><gml:LinearRing><gml:posList>301875.9 7602057.852 301869.294 7602057.666 301860.04 7602057.454 301850.9 7602057.335 301854.026 7602071.72 301875.9 7602071.72 301875.9 7602057.852</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1610</app:arealformål>
<app:feltbetegnelse>f_LEK1</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-007.003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007.003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.003.g"><gml:exterior><gml:LinearRing><gml:posList>301875.9 7602071.72 301854.026 7602071.72 301857.098 7602085.857 301862.846 7602114.854 301871.5 7602114.889 301880.249 7602115.042 301889.081 7602115.274 301897.972 7602115.544 301906.897 7602115.812 301915.857 7602116.04 301924.823 7602116.193 301933.773 7602116.239 301942.68 7602116.152 301951.543 7602115.911 301960.331 7602115.499 301969.021 7602114.91 301977.592 7602114.14 301986.04 7602113.193 301994.34 7602112.079 302002.477 7602110.814 302010.432 7602109.42 302018.206 7602107.918 302025.787 7602106.337 302026.13 7602076.026 302023.079 7602046.72 302015.194 7602048.42 302007.076 7602050.068 301998.738 7602051.634 301990.187 7602053.087 301981.442 7602054.403 301972.522 7602055.558 301963.455 7602056.537 301954.251 7602057.328 301944.934 7602057.93 301935.529 7602058.343 301926.071 7602058.581 301916.568 7602058.659 301907.048 7602058.601 301897.539 7602058.436 301888.069 7602058.199 301878.645 7602057.929 301875.9 7602057.852 301875.9 7602071.72</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1112</app:arealformål>
<app:feltbetegnelse>BKS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>45</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-007.004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007.004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.004.g"><gml:exterior><gml:LinearRing><gml:posList>302077.43 7602035.015 302077.372 7602035.024 302071.48 7602036.049 302065.368 7602037.232 302059.02 7602038.559 302052.43 7602040.014 302053.791 7602057.139 302077.43 7602057.139 302077.43 7602035.015</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1610</app:arealformål>
<app:feltbetegnelse>f_LEK2</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-007.005">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-007.005</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-007</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-007.005.g"><gml:exterior><gml:LinearRing><gml:posList>302077.43 7602057.139 302053.791 7602057.139 302054.763 7602069.374 302054.351 7602099.771 302060.863 7602098.265 302067.18 7602096.857 302073.306 7602095.568 302079.258 7602094.415 302085.047 7602093.412 302090.685 7602092.566 302096.189 7602091.882 302101.571 7602091.358 302106.855 7602090.989 302112.059 7602090.764 302117.202 7602090.672 302122.302 7602090.695 302127.378 7602090.816 302132.449 7602091.014 302137.537 7602091.272 302142.658 7602091.567 302147.828 7602091.883 302153.062 7602092.201 302148.847 7602062.314 302147.585 7602032.679 302142.63 7602032.682 302137.757 7602032.624 302132.948 7602032.524 302128.178 7602032.401 302123.427 7602032.28 302118.667 7602032.184 302113.873 7602032.139 302109.022 7602032.168 302104.087 7602032.296 302099.048 7602032.544 302093.878 7602032.928 302088.555 7602033.465 302083.059 7602034.162 302077.43 7602035.015 302077.43 7602057.139</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1112</app:arealformål>
<app:feltbetegnelse>BKS2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>45</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2022-011">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.g"><gml:exterior><gml:LinearRing><gml:posList>301658.481 7602039.1 301695.797 7602023.498 301699.416 7602022.201 301698.776 7602015.736 301771.959 7601996.36 301805.424 7601992.884 301829.132 7601993.105 301859.018 7601994.423 301898.058 7601994.758 301911.265 7601993.871 301911.265 7601993.871 301927.826 7601992.759 301964.265 7601987.556 301994.22 7601981.697 302037.253 7601972.82 302029.04 7601935.992 302022.684 7601898.044 301980.337 7601905.908 301943.885 7601913.353 301906.772 7601919.856 301870.872 7601923.425 301849.75 7601923.667 301812.717 7601922.631 301779.029 7601921.298 301739.609 7601929.02 301718.932 7601935.428 301685.344 7601947.085 301655.922 7601955.285 301617.633 7601961.008 301583.254 7601961.729 301552.293 7601960.848 301517.91 7601961.24 301528.306 7602003.837 301539.725 7602042.491 301577.651 7602042.715 301607.653 7602042.95 301658.481 7602039.1</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Torgkvartalene (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2022-09-15</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>1</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2022-09-15</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.001.g"><gml:exterior><gml:LinearRing><gml:posList>301695.797 7602023.498 301699.416 7602022.201 301698.776 7602015.736 301771.959 7601996.36 301805.424 7601992.884 301829.132 7601993.105 301859.018 7601994.423 301898.058 7601994.758 301911.265 7601993.871 301927.826 7601992.759 301964.265 7601987.556 301994.22 7601981.697 302037.253 7601972.82 302029.04 7601935.992 302022.684 7601898.044 301980.337 7601905.908 301943.885 7601913.353 301906.772 7601919.856 301870.872 7601923.425 301849.75 7601923.667 301812.717 7601922.631 301779.029 7601921.298 301739.609 7601929.02 301718.932 7601935.428 301685.344 7601947.085 301655.922 7601955.285 301617.633 7601961.008 301583.254 7601961.729 301552.293 7601960.848 301517.91 7601961.24 301528.306 7602003.837 301539.725 7602042.491 301577.651 7602042.715 301607.653 7602042.95 301658.481 7602039.1 301695.797 7602023.498</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>301745.494 7601996.126 301722.067 7602004.928 301699.342 7602014.429 301696.445 7601983.102 301693.353 7601951.715 301721.116 7601942.08 301741.323 7601935.817 301760.97 7601931.968 301769.406 7601930.316 301792.833 7601929.077 301814.416 7601929.681 301821.087 7601958.267 301828.587 7601986.1 301805.094 7601985.881 301770.694 7601989.454 301760.97 7601992.029 301745.494 7601996.126</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>301897.853 7601987.756 301859.202 7601987.424 301832.295 7601986.238 301824.562 7601958.427 301817.742 7601929.835 301841.248 7601930.765 301871.259 7601930.421 301907.724 7601926.796 301923.308 7601924.065 301945.19 7601920.231 301981.677 7601912.779 302016.957 7601906.227 302022.167 7601937.333 302028.873 7601967.401 301992.841 7601974.834 301963.098 7601980.652 301927.096 7601985.792 301923.308 7601986.046 301897.853 7601987.756</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>301607.416 7602035.948 301577.699 7602035.715 301544.965 7602035.522 301535.067 7602002.015 301526.799 7601968.139 301552.233 7601967.849 301583.228 7601968.731 301609.356 7601968.183 301618.226 7601967.997 301657.385 7601962.144 301685.594 7601954.282 301688.79 7601985.895 301691.912 7602017.455 301666.947 7602026.408 301632.18 7602034.072 301609.356 7602035.801 301607.416 7602035.948</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.002.g"><gml:exterior><gml:LinearRing><gml:posList>301741.323 7601935.817 301721.116 7601942.08 301693.353 7601951.715 301696.445 7601983.102 301699.342 7602014.429 301722.067 7602004.928 301745.494 7601996.126 301760.97 7601992.029 301760.97 7601931.968 301741.323 7601935.817</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>BBB1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>45</app:utnyttingstall><app:utnyttingstall_minimum>25</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>6500</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.003.g"><gml:exterior><gml:LinearRing><gml:posList>301760.97 7601992.029 301770.694 7601989.454 301805.094 7601985.881 301828.587 7601986.1 301821.087 7601958.267 301814.416 7601929.681 301792.833 7601929.077 301769.406 7601930.316 301760.97 7601931.968 301760.97 7601992.029</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>BBB2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>6000</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.004.g"><gml:exterior><gml:LinearRing><gml:posList>301907.724 7601926.796 301871.259 7601930.421 301841.248 7601930.765 301817.742 7601929.835 301824.562 7601958.427 301832.295 7601986.238 301859.202 7601987.424 301897.853 7601987.756 301923.308 7601986.046 301923.308 7601924.065 301907.724 7601926.796</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1802</app:arealformål>
<app:feltbetegnelse>BKB1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>160</app:utnyttingstall><app:utnyttingstall_minimum>90</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.005">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.005</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.005.g"><gml:exterior><gml:LinearRing><gml:posList>301923.308 7601986.046 301927.096 7601985.792 301963.098 7601980.652 301992.841 7601974.834 302028.873 7601967.401 302022.167 7601937.333 302016.957 7601906.227 301981.677 7601912.779 301945.19 7601920.231 301923.308 7601924.065 301923.308 7601986.046</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3050</app:arealformål>
<app:feltbetegnelse>o_PARK1</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.006">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.006</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.006.g"><gml:exterior><gml:LinearRing><gml:posList>301583.228 7601968.731 301552.233 7601967.849 301526.799 7601968.139 301535.067 7602002.015 301544.965 7602035.522 301577.699 7602035.715 301607.416 7602035.948 301609.356 7602035.801 301609.356 7601968.183 301583.228 7601968.731</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1112</app:arealformål>
<app:feltbetegnelse>BKS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>15</app:utnyttingstype><app:utnyttingstall>1540</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-011.007">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.007</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.007.g"><gml:exterior><gml:LinearRing><gml:posList>301609.356 7602035.801 301632.18 7602034.072 301666.947 7602026.408 301691.912 7602017.455 301688.79 7601985.895 301685.594 7601954.282 301657.385 7601962.144 301618.226 7601967.997 301609.356 7601968.183 301609.356 7602035.801</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1130</app:arealformål>
<app:feltbetegnelse>BS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpRegulertHøyde gml:id="_2022-011.hoyde.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.hoyde.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:senterlinje><gml:LineString srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.hoyde.001.g"><gml:posList>301699.353 7601935.077 301699.353 7602008.429</gml:posList></gml:LineString></app:senterlinje>
<app:høydefraplanbestemmelse><app:HøydeFraPlanbestemmelse><app:regulerthøyde>34.5</app:regulerthøyde><app:typeHøyde>GH</app:typeHøyde><app:høydereferansesystem>NN2000</app:høydereferansesystem></app:HøydeFraPlanbestemmelse></app:høydefraplanbestemmelse>
</app:RpRegulertHøyde></gml:featureMember>
<gml:featureMember><app:RpRegulertHøyde gml:id="_2022-011.hoyde.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-011.hoyde.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:senterlinje><gml:LineString srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-011.hoyde.002.g"><gml:posList>301532.799 7601995.115 301603.356 7601995.115</gml:posList></gml:LineString></app:senterlinje>
<app:høydefraplanbestemmelse><app:HøydeFraPlanbestemmelse><app:regulerthøyde>11.0</app:regulerthøyde><app:typeHøyde>MH</app:typeHøyde><app:terrengreferanse>gjennomsnittlig</app:terrengreferanse></app:HøydeFraPlanbestemmelse></app:høydefraplanbestemmelse>
</app:RpRegulertHøyde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2010-004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2010-004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2010-004.g"><gml:exterior><gml:LinearRing><gml:posList>302028.732 7603098.076 302035.995 7603095.096 302048.398 7603092.008 302054.332 7603008.353 302022.739 7603013.572 301998.309 7603015.797 301975.928 7603016.167 301944.724 7603015.141 301918.447 7603013.88 301895.525 7603012.878 301878.475 7603012.214 301885.431 7603077.301 301899.425 7603082 301908.909 7603084.445 301917.598 7603086.787 301925.75 7603089.953 301933.972 7603094.339 301942.729 7603099.401 301952.264 7603103.68 301962.295 7603105.637 301971.789 7603105.176 301980.056 7603103.865 301987.379 7603103.103 301994.669 7603103.261 302002.746 7603103.85 302011.658 7603103.582 302020.595 7603101.43 302028.732 7603098.076</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2010-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Tenkåsen (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2010-11-18</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>2</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2010-11-18</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2010-004.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2010-004.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2010-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2010-004.001.g"><gml:exterior><gml:LinearRing><gml:posList>302035.995 7603095.096 302048.398 7603092.008 302054.332 7603008.353 302022.739 7603013.572 301998.309 7603015.797 301975.928 7603016.167 301944.724 7603015.141 301918.447 7603013.88 301895.525 7603012.878 301878.475 7603012.214 301885.431 7603077.301 301899.425 7603082 301908.909 7603084.445 301917.598 7603086.787 301925.75 7603089.953 301933.972 7603094.339 301942.729 7603099.401 301952.264 7603103.68 301962.295 7603105.637 301971.789 7603105.176 301980.056 7603103.865 301987.379 7603103.103 301994.669 7603103.261 302002.746 7603103.85 302011.658 7603103.582 302020.595 7603101.43 302028.732 7603098.076 302035.995 7603095.096</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>302018.429 7603094.752 302010.724 7603096.607 302002.896 7603096.842 301995 7603096.267 301987.092 7603096.095 301979.145 7603096.922 301971.069 7603098.203 301962.803 7603098.604 301954.395 7603096.964 301945.922 7603093.161 301937.372 7603088.219 301928.675 7603083.58 301919.782 7603080.126 301910.694 7603077.676 301901.415 7603075.284 301891.914 7603072.094 301886.296 7603019.524 301895.236 7603019.872 301918.126 7603020.873 301944.441 7603022.135 301975.871 7603023.169 301998.685 7603022.792 302023.628 7603020.52 302046.722 7603016.705 302041.775 7603086.443 302033.809 7603088.426 302026.069 7603091.602 302018.429 7603094.752</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2010-004.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2010-004.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2010-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2010-004.002.g"><gml:exterior><gml:LinearRing><gml:posList>302033.809 7603088.426 302041.775 7603086.443 302046.722 7603016.705 302023.628 7603020.52 301998.685 7603022.792 301975.871 7603023.169 301944.441 7603022.135 301918.126 7603020.873 301895.236 7603019.872 301886.296 7603019.524 301891.914 7603072.094 301901.415 7603075.284 301910.694 7603077.676 301919.782 7603080.126 301928.675 7603083.58 301937.372 7603088.219 301945.922 7603093.161 301954.395 7603096.964 301962.803 7603098.604 301971.069 7603098.203 301979.145 7603096.922 301987.092 7603096.095 301995 7603096.267 302002.896 7603096.842 302010.724 7603096.607 302018.429 7603094.752 302026.069 7603091.602 302033.809 7603088.426</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1112</app:arealformål>
<app:feltbetegnelse>BKS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2025-003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-003.g"><gml:exterior><gml:LinearRing><gml:posList>302216.303 7601008.025 302238.785 7601007.387 302238.641 7601007.857 302243.908 7601007.242 302245.525 7601007.196 302245.57 7601007.048 302278.579 7601003.197 302303.21 7601000.25 302331.166 7600998.179 302359.003 7600998.38 302388.921 7601001.563 302428.115 7601009.532 302435.281 7600969.799 302441.009 7600929.957 302412.435 7600923.274 302384.981 7600918.658 302354.039 7600916.652 302325.208 7600917.785 302295.606 7600921.003 302263.822 7600924.978 302234.123 7600926.957 302210.087 7600926.615 302176.803 7600923.05 302152.329 7600918.832 302121.751 7600912.979 302092.612 7600907.92 302050.426 7600902.432 302053.878 7600944.309 302057.692 7600982.745 302095.153 7600986.875 302122.191 7600991.76 302146.889 7600997.355 302166.828 7601001.872 302188.436 7601005.759 302211.959 7601007.897 302216.303 7601008.025</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>2</app:planstatus>
<app:plannavn>Framsynstunet (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>2</app:forslagsstillerType>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2025-003.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-003.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-003.001.g"><gml:exterior><gml:LinearRing><gml:posList>302238.785 7601007.387 302238.641 7601007.857 302243.908 7601007.242 302245.525 7601007.196 302245.57 7601007.048 302278.579 7601003.197 302303.21 7601000.25 302331.166 7600998.179 302359.003 7600998.38 302388.921 7601001.563 302428.115 7601009.532 302435.281 7600969.799 302441.009 7600929.957 302412.435 7600923.274 302384.981 7600918.658 302354.039 7600916.652 302325.208 7600917.785 302295.606 7600921.003 302263.822 7600924.978 302234.123 7600926.957 302210.087 7600926.615 302176.803 7600923.05 302152.329 7600918.832 302121.751 7600912.979 302092.612 7600907.92 302050.426 7600902.432 302053.878 7600944.309 302057.692 7600982.745 302095.153 7600986.875 302122.191 7600991.76 302146.889 7600997.355 302166.828 7601001.872 302188.436 7601005.759 302211.959 7601007.897 302216.303 7601008.025 302238.785 7601007.387</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>302189.374 7600998.815 302168.222 7600995.01 302148.436 7600990.528 302123.587 7600984.899 302096.16 7600979.944 302064.098 7600976.409 302060.85 7600943.676 302058.114 7600910.491 302091.561 7600914.842 302120.494 7600919.866 302151.077 7600925.719 302175.835 7600929.986 302209.664 7600933.61 302234.306 7600933.96 302262.014 7600932.114 302250.407 7600966.854 302240.284 7601000.342 302216.307 7601001.022 302212.38 7601000.906 302189.374 7600998.815</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>302389.991 7600994.637 302359.399 7600991.383 302330.932 7600991.177 302302.535 7600993.281 302277.758 7600996.245 302248.498 7600999.659 302258.89 7600966.005 302270.767 7600931.164 302296.419 7600927.956 302325.724 7600924.77 302353.95 7600923.661 302384.172 7600925.62 302411.056 7600930.14 302433.167 7600935.312 302428.37 7600968.679 302422.496 7601001.246 302389.991 7600994.637</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2025-003.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-003.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-003.002.g"><gml:exterior><gml:LinearRing><gml:posList>302216.307 7601001.022 302240.284 7601000.342 302250.407 7600966.854 302262.014 7600932.114 302234.306 7600933.96 302209.664 7600933.61 302175.835 7600929.986 302151.077 7600925.719 302120.494 7600919.866 302091.561 7600914.842 302058.114 7600910.491 302060.85 7600943.676 302064.098 7600976.409 302096.16 7600979.944 302123.587 7600984.899 302148.436 7600990.528 302168.222 7600995.01 302189.374 7600998.815 302212.38 7601000.906 302216.307 7601001.022</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>BBB1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>140</app:utnyttingstall><app:utnyttingstall_minimum>80</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2025-003.003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-003.003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-003.003.g"><gml:exterior><gml:LinearRing><gml:posList>302428.37 7600968.679 302433.167 7600935.312 302411.056 7600930.14 302384.172 7600925.62 302353.95 7600923.661 302325.724 7600924.77 302296.419 7600927.956 302270.767 7600931.164 302258.89 7600966.005 302248.498 7600999.659 302277.758 7600996.245 302302.535 7600993.281 302330.932 7600991.177 302359.399 7600991.383 302389.991 7600994.637 302422.496 7601001.246 302428.37 7600968.679</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>BBB2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>140</app:utnyttingstall><app:utnyttingstall_minimum>80</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2024-015">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2024-015</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2024-015.g"><gml:exterior><gml:LinearRing><gml:posList>302374.797 7602785.13 302367.534 7602747.557 302360.068 7602710.468 302329.523 7602713.309 302311.62 7602715.546 302292.109 7602717.999 302268.452 7602720.291 302244.846 7602721.293 302222.239 7602720.943 302189.347 7602718.949 302191.427 7602753.896 302188.824 7602787.115 302219.616 7602791.108 302246.761 7602793.516 302270.665 7602794.143 302299.827 7602792.872 302321.218 7602790.817 302345.777 7602787.987 302374.797 7602785.13</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2024-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>6</app:planstatus>
<app:plannavn>Utsiktshagen (oppdiktet)</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2024-12-12</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>1</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2024-12-12</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2024-015.001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2024-015.001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2024-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2024-015.001.g"><gml:exterior><gml:LinearRing><gml:posList>302367.534 7602747.557 302360.068 7602710.468 302329.523 7602713.309 302311.62 7602715.546 302292.109 7602717.999 302268.452 7602720.291 302244.846 7602721.293 302222.239 7602720.943 302189.347 7602718.949 302191.427 7602753.896 302188.824 7602787.115 302219.616 7602791.108 302246.761 7602793.516 302270.665 7602794.143 302299.827 7602792.872 302321.218 7602790.817 302345.777 7602787.987 302374.797 7602785.13 302367.534 7602747.557</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>302345.033 7602781.026 302320.482 7602783.855 302299.339 7602785.887 302270.604 7602787.139 302247.162 7602786.524 302220.376 7602784.148 302196.322 7602781.029 302198.443 7602753.962 302196.804 7602726.414 302221.973 7602727.94 302244.94 7602728.295 302268.938 7602727.277 302292.883 7602724.957 302312.487 7602722.492 302330.281 7602720.269 302354.448 7602718.021 302360.666 7602748.912 302366.466 7602778.916 302345.033 7602781.026</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2024-015.002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2024-015.002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2024-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2024-015.002.g"><gml:exterior><gml:LinearRing><gml:posList>302360.666 7602748.912 302354.448 7602718.021 302330.281 7602720.269 302312.487 7602722.492 302292.883 7602724.957 302268.938 7602727.277 302244.94 7602728.295 302221.973 7602727.94 302196.804 7602726.414 302198.443 7602753.962 302196.322 7602781.029 302220.376 7602784.148 302247.162 7602786.524 302270.604 7602787.139 302299.339 7602785.887 302320.482 7602783.855 302345.033 7602781.026 302366.466 7602778.916 302360.666 7602748.912</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1112</app:arealformål>
<app:feltbetegnelse>BKS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2023-004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600190 303585 7600280 303015 7600280 303015 7600190 303585 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2023-05-10</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2023-05-10</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2001-002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.g"><gml:exterior><gml:LinearRing><gml:posList>303165 7600350 303165 7600390 303015 7600390 303015 7600350 303165 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>30</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet, eldre del</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2001-09-20</app:ikrafttredelsesdato>
<app:lovreferanse>4</app:lovreferanse>
<app:vedtakEndeligPlanDato>2001-09-20</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-008">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-008</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-008.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600350 303285 7600390 303225 7600390 303225 7600350 303285 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-008</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet øst</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-03-15</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-03-15</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.003.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600230 303585 7600240 303015 7600240 303015 7600230 303585 7600230</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
<app:feltbetegnelse>o_SKV1</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.010">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.010</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.010.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600190 303045 7600230 303015 7600230 303015 7600190 303045 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.011">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.011</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.011.g"><gml:exterior><gml:LinearRing><gml:posList>303070 7600195 303070 7600225 303050 7600225 303050 7600195 303070 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>15</app:utnyttingstype><app:utnyttingstall>150</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.012">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.012</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.012.g"><gml:exterior><gml:LinearRing><gml:posList>303100 7600195 303100 7600225 303080 7600225 303080 7600195 303100 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS3</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.013">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.013</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.013.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600190 303135 7600230 303105 7600230 303105 7600190 303135 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS4</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>10</app:utnyttingstype></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.014">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.014</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.014.g"><gml:exterior><gml:LinearRing><gml:posList>303160 7600195 303160 7600225 303140 7600225 303140 7600195 303160 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS5</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>300</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.015">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.015</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.015.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600190 303195 7600230 303165 7600230 303165 7600190 303195 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS6</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.016">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.016</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.016.g"><gml:exterior><gml:LinearRing><gml:posList>303225 7600190 303225 7600230 303195 7600230 303195 7600190 303225 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS7</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>11</app:utnyttingstype></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.017">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.017</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.017.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600190 303255 7600230 303225 7600230 303225 7600190 303255 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS8</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpBestemmelseOmråde gml:id="_2023-004.prove.018">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.018</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.018.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600190 303255 7600230 303225 7600230 303225 7600190 303255 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:bestemmelseOmrådeNavn>#PF1</app:bestemmelseOmrådeNavn>
<app:type>fortettingsområde</app:type>
</app:RpBestemmelseOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.019">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.019</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.019.g"><gml:exterior><gml:LinearRing><gml:posList>303270 7600190 303270 7600230 303255 7600230 303255 7600190 303270 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS9</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.020">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.020</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.020.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600190 303285 7600230 303270 7600230 303270 7600190 303285 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3040</app:arealformål>
<app:feltbetegnelse>f_FRI9</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.021">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.021</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.021.g"><gml:exterior><gml:LinearRing><gml:posList>303300 7600190 303300 7600230 303285 7600230 303285 7600190 303300 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS10a</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.022">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.022</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.022.g"><gml:exterior><gml:LinearRing><gml:posList>303315 7600190 303315 7600230 303300 7600230 303300 7600190 303315 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS10b</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>50</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.023">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.023</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.023.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600190 303345 7600215 303315 7600215 303315 7600190 303345 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS11</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.024">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.024</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.024.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600215 303345 7600230 303315 7600230 303315 7600215 303345 7600215</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
<app:feltbetegnelse>o_SKV2</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.025">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.025</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.025.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600190 303375 7600230 303345 7600230 303345 7600190 303375 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3040</app:arealformål>
<app:feltbetegnelse>BFS12</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.026">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.026</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.026.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600190 303405 7600230 303380.1 7600230 303380.1 7600190 303405 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS13</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.027">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.027</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.027.g"><gml:exterior><gml:LinearRing><gml:posList>303380.1 7600190 303380.1 7600230 303375 7600230 303375 7600190 303380.1 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3040</app:arealformål>
<app:feltbetegnelse>f_FRI13</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.028">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.028</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.028.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600350 303045 7600390 303015 7600390 303015 7600350 303045 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B1</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>12</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.029">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.029</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.029.g"><gml:exterior><gml:LinearRing><gml:posList>303070 7600355 303070 7600385 303050 7600385 303050 7600355 303070 7600355</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B2</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>13</app:utnyttingstype><app:utnyttingstall>240</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.030">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.030</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.030.g"><gml:exterior><gml:LinearRing><gml:posList>303105 7600350 303105 7600390 303075 7600390 303075 7600350 303105 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B3</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>14</app:utnyttingstype><app:utnyttingstall>50</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-008.prove.031">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-008.prove.031</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-008</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-008.prove.031.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600350 303255 7600390 303225 7600390 303225 7600350 303255 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-008.prove.033">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-008.prove.033</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-008</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-008.prove.033.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600350 303285 7600390 303255 7600390 303255 7600350 303285 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.044">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.044</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.044.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600240 303045 7600280 303015 7600280 303015 7600240 303045 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS61</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.045">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.045</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.045.g"><gml:exterior><gml:LinearRing><gml:posList>303075 7600240 303075 7600280 303045 7600280 303045 7600240 303075 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS62</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.046">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.046</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.046.g"><gml:exterior><gml:LinearRing><gml:posList>303105 7600240 303105 7600280 303075 7600280 303075 7600240 303105 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS63</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.047">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.047</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.047.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600240 303255 7600280 303225 7600280 303225 7600240 303255 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS68</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.048">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.048</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.048.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600240 303375 7600280 303345 7600280 303345 7600240 303375 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS72</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpFareSone gml:id="_2023-004.prove.049">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.049</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.049.g"><gml:exterior><gml:LinearRing><gml:posList>303373 7600255 303373 7600260 303347 7600260 303347 7600255 303373 7600255</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:fare>370</app:fare>
<app:hensynSonenavn>H370_PF</app:hensynSonenavn>
</app:RpFareSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.050">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.050</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.050.g"><gml:exterior><gml:LinearRing><gml:posList>303435 7600240 303435 7600280 303420 7600280 303420 7600240 303435 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3040</app:arealformål>
<app:feltbetegnelse>f_FRI74</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.051">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.051</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.051.g"><gml:exterior><gml:LinearRing><gml:posList>303420 7600240 303420 7600280 303405 7600280 303405 7600240 303420 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS74</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.052">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.052</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.052.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600240 303135 7600280 303105 7600280 303105 7600240 303135 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS64</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpSikringSone gml:id="_2023-004.prove.053">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.053</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.053.g"><gml:exterior><gml:LinearRing><gml:posList>303125 7600242 303125 7600278 303115 7600278 303115 7600242 303125 7600242</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:sikring>130</app:sikring>
<app:hensynSonenavn>H130_PF</app:hensynSonenavn>
</app:RpSikringSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.054">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.054</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.054.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600240 303345 7600280 303315 7600280 303315 7600240 303345 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS71</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpFareSone gml:id="_2023-004.prove.055">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.055</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.055.g"><gml:exterior><gml:LinearRing><gml:posList>303343 7600242 303343 7600252.5 303317 7600252.5 303317 7600242 303343 7600242</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:fare>310</app:fare>
<app:hensynSonenavn>H310_PF</app:hensynSonenavn>
</app:RpFareSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.056">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.056</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.056.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600240 303405 7600280 303375 7600280 303375 7600240 303405 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS73</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.057">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.057</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.057.g"><gml:exterior><gml:LinearRing><gml:posList>303165 7600240 303165 7600280 303135 7600280 303135 7600240 303165 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS65</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.058">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.058</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.058.g"><gml:exterior><gml:LinearRing><gml:posList>303225 7600240 303225 7600280 303195 7600280 303195 7600240 303225 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS67</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.059">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.059</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.059.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600240 303285 7600280 303255 7600280 303255 7600240 303285 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS69</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpGjennomføringSone gml:id="_2023-004.prove.060">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.060</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.060.g"><gml:exterior><gml:LinearRing><gml:posList>303283 7600242 303257 7600242 303257 7600278 303283 7600278 303283 7600242</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:gjennomføring>810</app:gjennomføring>
<app:hensynSonenavn>H810_PF</app:hensynSonenavn>
</app:RpGjennomføringSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.061">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.061</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.061.g"><gml:exterior><gml:LinearRing><gml:posList>303315 7600240 303315 7600280 303285 7600280 303285 7600240 303315 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS70</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.066">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.066</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.066.g"><gml:exterior><gml:LinearRing><gml:posList>303440 7600195 303440 7600225 303410 7600225 303410 7600195 303440 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS14</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>600</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.067">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.067</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.067.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600190 303495 7600230 303465 7600230 303465 7600190 303495 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS16</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpInfrastrukturSone gml:id="_2023-004.prove.068">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.068</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.068.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600190 303495 7600230 303465 7600230 303465 7600190 303495 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:infrastruktur>430</app:infrastruktur>
<app:hensynSonenavn>H430_PF</app:hensynSonenavn>
</app:RpInfrastrukturSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.069">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.069</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.069.g"><gml:exterior><gml:LinearRing><gml:posList>303525 7600190 303525 7600230 303495 7600230 303495 7600190 303525 7600190</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS17</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.070">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.070</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.070.g"><gml:exterior><gml:LinearRing><gml:posList>303550 7600195 303550 7600225 303530 7600225 303530 7600195 303550 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1130</app:arealformål>
<app:feltbetegnelse>BFS18</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>1000</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.071">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.071</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.071.g"><gml:exterior><gml:LinearRing><gml:posList>303580 7600195 303580 7600225 303560 7600225 303560 7600195 303580 7600195</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS19</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>300</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.072">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.072</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.072.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600350 303135 7600390 303105 7600390 303105 7600350 303135 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B4</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>1</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.073">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.073</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.073.g"><gml:exterior><gml:LinearRing><gml:posList>303165 7600350 303165 7600390 303135 7600390 303135 7600350 303165 7600350</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B5</app:feltbetegnelse>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2021-006">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600650 303585 7600740 303015 7600740 303015 7600650 303585 7600650</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet nord</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2021-04-15</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2021-04-15</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.075">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.075</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.075.g"><gml:exterior><gml:LinearRing><gml:posList>303305 7600650 303295 7600650 303295 7600740 303305 7600740 303305 7600650</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>2011</app:arealformål>
<app:feltbetegnelse>o_SKV3</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.076">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.076</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.076.g"><gml:exterior><gml:LinearRing><gml:posList>303020 7600655 303020 7600685 303030 7600685 303040 7600685 303060 7600685 303060 7600655 303040 7600655 303030 7600655 303020 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE101</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>900</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.077">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.077</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.077.g"><gml:exterior><gml:LinearRing><gml:posList>303070 7600655 303070 7600685 303090 7600685 303100 7600685 303100 7600655 303090 7600655 303070 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE104</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>15</app:utnyttingstype><app:utnyttingstall>100</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.078">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.078</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.078.g"><gml:exterior><gml:LinearRing><gml:posList>303110 7600655 303110 7600685 303130 7600685 303140 7600685 303140 7600655 303130 7600655 303110 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE106</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.079">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.079</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.079.g"><gml:exterior><gml:LinearRing><gml:posList>303150 7600655 303150 7600685 303170 7600685 303185 7600685 303185 7600655 303170 7600655 303150 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE108</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.080">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.080</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.080.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600655 303195 7600685 303215 7600685 303230 7600685 303230 7600655 303215 7600655 303195 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE110</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.081">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.081</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.081.g"><gml:exterior><gml:LinearRing><gml:posList>303240 7600655 303240 7600685 303260 7600685 303270 7600685 303270 7600655 303260 7600655 303240 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE112</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.082">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.082</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.082.g"><gml:exterior><gml:LinearRing><gml:posList>303310 7600655 303310 7600685 303330 7600685 303340 7600685 303340 7600655 303330 7600655 303310 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE114</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.083">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.083</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.083.g"><gml:exterior><gml:LinearRing><gml:posList>303350 7600655 303350 7600685 303370 7600685 303380 7600685 303380 7600655 303370 7600655 303350 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE116</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.084">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.084</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.084.g"><gml:exterior><gml:LinearRing><gml:posList>303430 7600655 303430 7600685 303390 7600685 303390 7600655 303430 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE118</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.085">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.085</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.085.g"><gml:exterior><gml:LinearRing><gml:posList>303460 7600655 303460 7600685 303440 7600685 303440 7600655 303460 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE119</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.086">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.086</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.086.g"><gml:exterior><gml:LinearRing><gml:posList>303490 7600655 303490 7600685 303470 7600685 303470 7600655 303490 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFE120</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.087">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.087</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.087.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600700 303045 7600740 303015 7600740 303015 7600700 303045 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F201</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.088">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.088</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.088.g"><gml:exterior><gml:LinearRing><gml:posList>303075 7600700 303075 7600740 303045 7600740 303045 7600700 303075 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F202</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.089">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.089</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.089.g"><gml:exterior><gml:LinearRing><gml:posList>303105 7600700 303105 7600740 303075 7600740 303075 7600700 303105 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F203</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.090">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.090</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.090.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600700 303135 7600740 303105 7600740 303105 7600700 303135 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F204</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.091">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.091</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.091.g"><gml:exterior><gml:LinearRing><gml:posList>303160 7600705 303160 7600735 303140 7600735 303140 7600705 303160 7600705</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F205</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>500</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.092">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.092</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.092.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600700 303195 7600740 303165 7600740 303165 7600700 303195 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F206</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.093">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.093</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.093.g"><gml:exterior><gml:LinearRing><gml:posList>303225 7600700 303225 7600740 303195 7600740 303195 7600700 303225 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F207</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.094">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.094</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.094.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600700 303255 7600740 303225 7600740 303225 7600700 303255 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F208</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.095">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.095</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.095.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600700 303285 7600740 303255 7600740 303255 7600700 303285 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F209</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.096">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.096</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.096.g"><gml:exterior><gml:LinearRing><gml:posList>303340 7600705 303340 7600735 303320 7600735 303320 7600705 303340 7600705</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F210</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>500</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.097">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.097</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.097.g"><gml:exterior><gml:LinearRing><gml:posList>303370 7600705 303370 7600735 303350 7600735 303350 7600705 303370 7600705</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>F211</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>500</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.098">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.098</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.098.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600700 303405 7600740 303375 7600740 303375 7600700 303405 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>F212</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpRegulertHøyde gml:id="_2021-006.prove.099">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.099</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:senterlinje><gml:LineString srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.099.g"><gml:posList>303385 7600707 303385 7600733</gml:posList></gml:LineString></app:senterlinje>
<app:høydefraplanbestemmelse><app:HøydeFraPlanbestemmelse><app:regulerthøyde>9</app:regulerthøyde><app:typeHøyde>GH</app:typeHøyde><app:terrengreferanse>terreng</app:terrengreferanse></app:HøydeFraPlanbestemmelse></app:høydefraplanbestemmelse>
</app:RpRegulertHøyde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.100">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.100</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.100.g"><gml:exterior><gml:LinearRing><gml:posList>303435 7600700 303435 7600740 303405 7600740 303405 7600700 303435 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>F213</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.101">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.101</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.101.g"><gml:exterior><gml:LinearRing><gml:posList>303465 7600700 303465 7600740 303435 7600740 303435 7600700 303465 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>F214</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpRegulertHøyde gml:id="_2021-006.prove.102">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.102</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:senterlinje><gml:LineString srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.102.g"><gml:posList>303445 7600707 303445 7600733</gml:posList></gml:LineString></app:senterlinje>
<app:høydefraplanbestemmelse><app:HøydeFraPlanbestemmelse><app:regulerthøyde>72</app:regulerthøyde><app:typeHøyde>GH</app:typeHøyde><app:høydereferansesystem>NN2000</app:høydereferansesystem></app:HøydeFraPlanbestemmelse></app:høydefraplanbestemmelse>
</app:RpRegulertHøyde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.103">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.103</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.103.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600700 303495 7600740 303465 7600740 303465 7600700 303495 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>F215</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.104">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.104</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.104.g"><gml:exterior><gml:LinearRing><gml:posList>303525 7600700 303525 7600740 303495 7600740 303495 7600700 303525 7600700</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>F216</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.105">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.105</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.105.g"><gml:exterior><gml:LinearRing><gml:posList>303550 7600705 303550 7600735 303530 7600735 303530 7600705 303550 7600705</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1800</app:arealformål>
<app:feltbetegnelse>F217</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>1000</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.106">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.106</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.106.g"><gml:exterior><gml:LinearRing><gml:posList>303580 7600705 303580 7600735 303560 7600735 303560 7600705 303580 7600705</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1802</app:arealformål>
<app:feltbetegnelse>F218</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>1000</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.107">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.107</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.107.g"><gml:exterior><gml:LinearRing><gml:posList>303525 7600650 303525 7600690 303495 7600690 303495 7600650 303525 7600650</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>E221</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>120</app:utnyttingstall><app:utnyttingstall_minimum>60</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.108">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.108</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.108.g"><gml:exterior><gml:LinearRing><gml:posList>303555 7600650 303555 7600690 303525 7600690 303525 7600650 303555 7600650</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>E222</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall_minimum>25</app:utnyttingstall_minimum></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_1989-004">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600750 303195 7600790 303015 7600790 303015 7600750 303195 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>30</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet, felt fra 1989</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>1989-05-11</app:ikrafttredelsesdato>
<app:lovreferanse>4</app:lovreferanse>
<app:vedtakEndeligPlanDato>1989-05-11</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.111">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.111</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.111.g"><gml:exterior><gml:LinearRing><gml:posList>303040 7600755 303040 7600785 303020 7600785 303020 7600755 303040 7600755</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG1</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>2</app:utnyttingstype><app:utnyttingstall>240</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.112">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.112</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.112.g"><gml:exterior><gml:LinearRing><gml:posList>303075 7600750 303075 7600790 303045 7600790 303045 7600750 303075 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG2</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>3</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.113">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.113</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.113.g"><gml:exterior><gml:LinearRing><gml:posList>303105 7600750 303105 7600790 303075 7600790 303075 7600750 303105 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG3</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>5</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.114">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.114</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.114.g"><gml:exterior><gml:LinearRing><gml:posList>303130 7600755 303130 7600785 303110 7600785 303110 7600755 303130 7600755</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG4</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>6</app:utnyttingstype><app:utnyttingstall>300</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.115">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.115</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.115.g"><gml:exterior><gml:LinearRing><gml:posList>303160 7600755 303160 7600785 303140 7600785 303140 7600755 303160 7600755</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG5</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>7</app:utnyttingstype><app:utnyttingstall>120</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.116">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.116</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.116.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600750 303195 7600790 303165 7600790 303165 7600750 303195 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>BG6</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>12</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-011">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-011</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-011.g"><gml:exterior><gml:LinearRing><gml:posList>303225 7600750 303225 7600790 303195 7600790 303195 7600750 303225 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2012-011</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-06-14</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-06-14</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-011.prove.119">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-011.prove.119</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-011.prove.119.g"><gml:exterior><gml:LinearRing><gml:posList>303220 7600755 303220 7600785 303200 7600785 303200 7600755 303220 7600755</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2012-011</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-012">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-012</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-012.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600750 303255 7600790 303225 7600790 303225 7600750 303255 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-012</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2012-012</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-08-30</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-08-30</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-012.prove.122">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-012.prove.122</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-012</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-012.prove.122.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600750 303255 7600790 303225 7600790 303225 7600750 303255 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2012-012</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-013">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-013</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-013.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600750 303285 7600790 303255 7600790 303255 7600750 303285 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-013</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2012-013</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-08-30</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-08-30</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-013.prove.125">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-013.prove.125</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-013</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-013.prove.125.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600750 303285 7600790 303255 7600790 303255 7600750 303285 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2012-013</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2020-001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-001.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600750 303345 7600790 303315 7600790 303315 7600750 303345 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-001</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>34</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2020-001</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2020-02-27</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2020-02-27</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2020-001.prove.128">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-001.prove.128</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-001</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-001.prove.128.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600750 303345 7600790 303315 7600790 303315 7600750 303345 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2020-001</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2020-002">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-002</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-002.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600750 303345 7600790 303315 7600790 303315 7600750 303345 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2020-002</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2020-02-27</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2020-02-27</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2020-002.prove.130">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-002.prove.130</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-002.prove.130.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600750 303345 7600790 303315 7600790 303315 7600750 303345 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2020-002</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>25</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2025-001">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-001</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-001.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600750 303375 7600790 303345 7600790 303345 7600750 303375 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-001</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>2</app:planstatus>
<app:plannavn>Prøvefeltet 2025-001</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:lovreferanse>6</app:lovreferanse>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2025-001.prove.133">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2025-001.prove.133</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2025-001</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2025-001.prove.133.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600750 303375 7600790 303345 7600790 303345 7600750 303375 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>B2025-001</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2024-009">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2024-009</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2024-009.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600750 303405 7600790 303375 7600790 303375 7600750 303405 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2024-009</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>6</app:planstatus>
<app:plannavn>Prøvefeltet 2024-009</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2024-11-20</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2024-11-20</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2024-009.prove.136">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2024-009.prove.136</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2024-009</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2024-009.prove.136.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600750 303405 7600790 303375 7600790 303375 7600750 303405 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>B2024-009</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>45</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-014">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-014</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-014.g"><gml:exterior><gml:LinearRing><gml:posList>303435 7600750 303435 7600790 303405 7600790 303405 7600750 303435 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-014</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2012-014</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-03-15</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-03-15</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-014.prove.139">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-014.prove.139</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-014</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-014.prove.139.g"><gml:exterior><gml:LinearRing><gml:posList>303435 7600750 303435 7600790 303405 7600790 303405 7600750 303435 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1161</app:arealformål>
<app:feltbetegnelse>B2012-014</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2012-015">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-015</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-015.g"><gml:exterior><gml:LinearRing><gml:posList>303465 7600750 303465 7600790 303435 7600790 303435 7600750 303465 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2012-015</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2012-03-15</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2012-03-15</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-015.prove.143">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-015.prove.143</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-015.prove.143.g"><gml:exterior><gml:LinearRing><gml:posList>303465 7600750 303465 7600790 303435 7600790 303435 7600750 303465 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2012-015</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_1995-006">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1995-006</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1995-006.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600750 303495 7600790 303465 7600790 303465 7600750 303495 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1995-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>30</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 1995-006</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>1995-02-16</app:ikrafttredelsesdato>
<app:lovreferanse>4</app:lovreferanse>
<app:vedtakEndeligPlanDato>1995-02-16</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1995-006.prove.149">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1995-006.prove.149</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1995-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1995-006.prove.149.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600750 303495 7600790 303465 7600790 303465 7600750 303495 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:reguleringsformål>111</app:reguleringsformål>
<app:feltbetegnelse>B1995-006</app:feltbetegnelse>
<app:utnytting><app:Utnytting><app:utnyttingstype>1</app:utnyttingstype><app:utnyttingstall>35</app:utnyttingstall></app:Utnytting></app:utnytting>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2020-003">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-003</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-003.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600750 303585 7600790 303555 7600790 303555 7600750 303585 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2020-003</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2020-05-28</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2020-05-28</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2020-003.prove.153">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-003.prove.153</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-003</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-003.prove.153.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600750 303585 7600790 303555 7600790 303555 7600750 303585 7600750</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2020-003</app:feltbetegnelse>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2022-005">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600800 303285 7600840 303015 7600840 303015 7600800 303285 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>34</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet, områdeplan</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2022-03-24</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2022-03-24</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.155">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.155</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.155.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600800 303045 7600840 303015 7600840 303015 7600800 303045 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.156">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.156</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.156.g"><gml:exterior><gml:LinearRing><gml:posList>303075 7600800 303075 7600840 303045 7600840 303045 7600800 303075 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H2</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.157">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.157</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.157.g"><gml:exterior><gml:LinearRing><gml:posList>303105 7600800 303105 7600840 303075 7600840 303075 7600800 303105 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H3</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>120</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.158">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.158</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.158.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600800 303135 7600840 303105 7600840 303105 7600800 303135 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H4</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>120</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.159">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.159</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.159.g"><gml:exterior><gml:LinearRing><gml:posList>303165 7600800 303165 7600840 303135 7600840 303135 7600800 303165 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H5</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.160">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.160</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.160.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600800 303195 7600840 303165 7600840 303165 7600800 303195 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H6</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpInfrastrukturSone gml:id="_2022-005.prove.161">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.161</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.161.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600800 303195 7600840 303165 7600840 303165 7600800 303195 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:infrastruktur>430</app:infrastruktur>
<app:hensynSonenavn>H430_PH</app:hensynSonenavn>
</app:RpInfrastrukturSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.162">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.162</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.162.g"><gml:exterior><gml:LinearRing><gml:posList>303225 7600800 303225 7600840 303195 7600840 303195 7600800 303225 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H7</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.163">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.163</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.163.g"><gml:exterior><gml:LinearRing><gml:posList>303255 7600800 303255 7600840 303225 7600840 303225 7600800 303255 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H8</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-005.prove.164">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-005.prove.164</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-005</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-005.prove.164.g"><gml:exterior><gml:LinearRing><gml:posList>303285 7600800 303285 7600840 303255 7600840 303255 7600800 303285 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>H9</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2011-015">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2011-015</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2011-015.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600800 303345 7600840 303315 7600840 303315 7600800 303345 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2011-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2011-015</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2011-03-10</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>2</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2011-03-10</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2011-015.prove.166">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2011-015.prove.166</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2011-015</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2011-015.prove.166.g"><gml:exterior><gml:LinearRing><gml:posList>303345 7600800 303345 7600840 303315 7600840 303315 7600800 303345 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2011-015</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2011-016">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2011-016</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2011-016.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600800 303375 7600840 303345 7600840 303345 7600800 303375 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2011-016</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet 2011-016</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2011-03-10</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:forslagsstillerType>2</app:forslagsstillerType>
<app:vedtakEndeligPlanDato>2011-03-10</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2011-016.prove.168">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2011-016.prove.168</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2011-016</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2011-016.prove.168.g"><gml:exterior><gml:LinearRing><gml:posList>303375 7600800 303375 7600840 303345 7600840 303345 7600800 303375 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>B2011-016</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>60</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2022-006">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600800 303585 7600840 303375 7600840 303375 7600800 303585 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøvefeltet øst for vegen</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2022-04-28</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2022-04-28</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.170">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.170</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.170.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600800 303405 7600840 303375 7600840 303375 7600800 303405 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L421</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.171">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.171</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.171.g"><gml:exterior><gml:LinearRing><gml:posList>303435 7600800 303435 7600840 303405 7600840 303405 7600800 303435 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L422</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.172">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.172</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.172.g"><gml:exterior><gml:LinearRing><gml:posList>303465 7600800 303465 7600840 303435 7600840 303435 7600800 303465 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L423</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpBestemmelseOmråde gml:id="_2022-006.prove.173">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.173</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.173.g"><gml:exterior><gml:LinearRing><gml:posList>303463 7600802 303463 7600838 303437 7600838 303437 7600802 303463 7600802</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:bestemmelseOmrådeNavn>#PFA</app:bestemmelseOmrådeNavn>
<app:type>avviksområde støy</app:type>
</app:RpBestemmelseOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.174">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.174</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.174.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600800 303495 7600840 303465 7600840 303465 7600800 303495 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>L424</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpSikringSone gml:id="_2022-006.prove.175">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.175</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.175.g"><gml:exterior><gml:LinearRing><gml:posList>303493 7600802 303493 7600838 303467 7600838 303467 7600802 303493 7600802</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:sikring>190</app:sikring>
<app:hensynSonenavn>H190_PF</app:hensynSonenavn>
<app:beskrivelse>Hinderflate for lufthavn (oppdiktet), kote 69</app:beskrivelse>
</app:RpSikringSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.176">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.176</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.176.g"><gml:exterior><gml:LinearRing><gml:posList>303525 7600800 303525 7600840 303495 7600840 303495 7600800 303525 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L425</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpFareSone gml:id="_2022-006.prove.177">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.177</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.177.g"><gml:exterior><gml:LinearRing><gml:posList>303523 7600802 303523 7600838 303497 7600838 303497 7600802 303523 7600802</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:fare>310</app:fare>
<app:hensynSonenavn>H310_PF</app:hensynSonenavn>
<app:beskrivelse>Kvikkleire (oppdiktet)</app:beskrivelse>
</app:RpFareSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.178">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.178</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.178.g"><gml:exterior><gml:LinearRing><gml:posList>303555 7600800 303555 7600840 303525 7600840 303525 7600800 303555 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L426</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpBåndleggingSone gml:id="_2022-006.prove.179">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.179</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.179.g"><gml:exterior><gml:LinearRing><gml:posList>303553 7600802 303553 7600820 303527 7600820 303527 7600802 303553 7600802</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:båndlegging>710</app:båndlegging>
<app:båndlagtFremTil>2020-12-31</app:båndlagtFremTil>
<app:hensynSonenavn>H710_PF</app:hensynSonenavn>
</app:RpBåndleggingSone></gml:featureMember>
<gml:featureMember><app:RpBåndleggingSone gml:id="_2022-006.prove.180">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.180</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.180.g"><gml:exterior><gml:LinearRing><gml:posList>303553 7600825 303553 7600838 303527 7600838 303527 7600825 303553 7600825</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:båndlegging>710</app:båndlegging>
<app:båndlagtFremTil>2027-12-31</app:båndlagtFremTil>
<app:hensynSonenavn>H710_PF</app:hensynSonenavn>
</app:RpBåndleggingSone></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2022-006.prove.181">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2022-006.prove.181</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2022-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2022-006.prove.181.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600800 303585 7600840 303555 7600840 303555 7600800 303585 7600800</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>L427</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>40</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.182">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.182</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.182.g"><gml:exterior><gml:LinearRing><gml:posList>303580 7600655 303580 7600685 303560 7600685 303560 7600655 303580 7600655</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1113</app:arealformål>
<app:feltbetegnelse>E223</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>17</app:utnyttingstype><app:utnyttingstall>1000</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.183">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.183</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.183.g"><gml:exterior><gml:LinearRing><gml:posList>303465 7600240 303465 7600280 303435 7600280 303435 7600240 303465 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS75</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.184">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.184</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.184.g"><gml:exterior><gml:LinearRing><gml:posList>303495 7600240 303495 7600280 303465 7600280 303465 7600240 303495 7600240</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS76</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>18</app:utnyttingstype><app:utnyttingstall>200</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpOmråde gml:id="_2020-010">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-010</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-010.g"><gml:exterior><gml:LinearRing><gml:posList>304140 7602990 304140 7603060 303980 7603060 303980 7602990 304140 7602990</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-010</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:plantype>35</app:plantype>
<app:planstatus>3</app:planstatus>
<app:plannavn>Prøveholmen</app:plannavn>
<app:planbestemmelse>4</app:planbestemmelse>
<app:ikrafttredelsesdato>2020-06-18</app:ikrafttredelsesdato>
<app:lovreferanse>6</app:lovreferanse>
<app:vedtakEndeligPlanDato>2020-06-18</app:vedtakEndeligPlanDato>
</app:RpOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2020-010.prove.186">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-010.prove.186</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-010</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-010.prove.186.g"><gml:exterior><gml:LinearRing><gml:posList>304140 7602990 304140 7603060 303980 7603060 303980 7602990 304140 7602990</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>1111</app:arealformål>
<app:feltbetegnelse>BFS1</app:feltbetegnelse>
<app:utnytting><app:RpUtnytting><app:utnyttingstype>16</app:utnyttingstype><app:utnyttingstall>30</app:utnyttingstall></app:RpUtnytting></app:utnytting>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpJuridiskLinje gml:id="_2020-010.prove.187">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2020-010.prove.187</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2020-010</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:senterlinje><gml:LineString srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2020-010.prove.187.g"><gml:posList>303980 7603020 304140 7603020</gml:posList></gml:LineString></app:senterlinje>
<app:juridisklinje>1211</app:juridisklinje>
</app:RpJuridiskLinje></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.189">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.189</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.189.g"><gml:exterior><gml:LinearRing><gml:posList>303045 7600190 303045 7600230 303105 7600230 303105 7600190 303045 7600190</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303070 7600195 303070 7600225 303050 7600225 303050 7600195 303070 7600195</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303100 7600195 303100 7600225 303080 7600225 303080 7600195 303100 7600195</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.190">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.190</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.190.g"><gml:exterior><gml:LinearRing><gml:posList>303135 7600190 303135 7600230 303165 7600230 303165 7600190 303135 7600190</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303160 7600195 303160 7600225 303140 7600225 303140 7600195 303160 7600195</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.191">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.191</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.191.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600280 303195 7600240 303165 7600240 303165 7600280 303195 7600280</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.192">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.192</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.192.g"><gml:exterior><gml:LinearRing><gml:posList>303405 7600190 303405 7600230 303465 7600230 303465 7600190 303405 7600190</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303440 7600195 303440 7600225 303410 7600225 303410 7600195 303440 7600195</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.193">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.193</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.193.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600280 303585 7600240 303495 7600240 303495 7600280 303585 7600280</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2023-004.prove.194">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2023-004.prove.194</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2023-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2023-004.prove.194.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600190 303525 7600190 303525 7600230 303585 7600230 303585 7600190</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303560 7600195 303580 7600195 303580 7600225 303560 7600225 303560 7600195</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303530 7600195 303550 7600195 303550 7600225 303530 7600225 303530 7600195</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_2001-002.prove.195">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2001-002.prove.195</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2001-002</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2001-002.prove.195.g"><gml:exterior><gml:LinearRing><gml:posList>303075 7600390 303075 7600350 303045 7600350 303045 7600390 303075 7600390</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303050 7600355 303070 7600355 303070 7600385 303050 7600385 303050 7600355</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:reguleringsformål>430</app:reguleringsformål>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.196">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.196</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.196.g"><gml:exterior><gml:LinearRing><gml:posList>303295 7600740 303295 7600650 303015 7600650 303015 7600700 303045 7600700 303075 7600700 303105 7600700 303135 7600700 303135 7600740 303165 7600740 303165 7600700 303195 7600700 303225 7600700 303255 7600700 303285 7600700 303285 7600740 303295 7600740</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303185 7600655 303185 7600685 303170 7600685 303150 7600685 303150 7600655 303170 7600655 303185 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303270 7600655 303270 7600685 303260 7600685 303240 7600685 303240 7600655 303260 7600655 303270 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303230 7600655 303230 7600685 303215 7600685 303195 7600685 303195 7600655 303215 7600655 303230 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303140 7600655 303140 7600685 303130 7600685 303110 7600685 303110 7600655 303130 7600655 303140 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303100 7600655 303100 7600685 303090 7600685 303070 7600685 303070 7600655 303090 7600655 303100 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303060 7600685 303040 7600685 303030 7600685 303020 7600685 303020 7600655 303030 7600655 303040 7600655 303060 7600655 303060 7600685</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303160 7600705 303160 7600735 303140 7600735 303140 7600705 303160 7600705</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2021-006.prove.197">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2021-006.prove.197</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2021-006</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2021-006.prove.197.g"><gml:exterior><gml:LinearRing><gml:posList>303585 7600740 303585 7600650 303555 7600650 303555 7600690 303525 7600690 303495 7600690 303495 7600650 303305 7600650 303305 7600740 303375 7600740 303375 7600700 303405 7600700 303435 7600700 303465 7600700 303495 7600700 303525 7600700 303525 7600740 303585 7600740</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303340 7600655 303340 7600685 303330 7600685 303310 7600685 303310 7600655 303330 7600655 303340 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303380 7600655 303380 7600685 303370 7600685 303350 7600685 303350 7600655 303370 7600655 303380 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303430 7600655 303430 7600685 303390 7600685 303390 7600655 303430 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303460 7600655 303460 7600685 303440 7600685 303440 7600655 303460 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303490 7600655 303490 7600685 303470 7600685 303470 7600655 303490 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303580 7600655 303580 7600685 303560 7600685 303560 7600655 303580 7600655</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303340 7600705 303340 7600735 303320 7600735 303320 7600705 303340 7600705</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303370 7600705 303370 7600735 303350 7600735 303350 7600705 303370 7600705</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303530 7600705 303550 7600705 303550 7600735 303530 7600735 303530 7600705</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303560 7600705 303580 7600705 303580 7600735 303560 7600735 303560 7600705</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.198">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.198</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.198.g"><gml:exterior><gml:LinearRing><gml:posList>303015 7600750 303015 7600790 303045 7600790 303045 7600750 303015 7600750</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303020 7600755 303040 7600755 303040 7600785 303020 7600785 303020 7600755</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:reguleringsformål>430</app:reguleringsformål>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RbFormålOmråde gml:id="_1989-004.prove.199">
<app:identifikasjon><app:Identifikasjon><app:lokalId>1989-004.prove.199</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>1989-004</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_1989-004.prove.199.g"><gml:exterior><gml:LinearRing><gml:posList>303165 7600790 303165 7600750 303105 7600750 303105 7600790 303165 7600790</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303110 7600755 303130 7600755 303130 7600785 303110 7600785 303110 7600755</gml:posList></gml:LinearRing></gml:interior><gml:interior><gml:LinearRing><gml:posList>303140 7600785 303140 7600755 303160 7600755 303160 7600785 303140 7600785</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:reguleringsformål>430</app:reguleringsformål>
</app:RbFormålOmråde></gml:featureMember>
<gml:featureMember><app:RpArealformålOmråde gml:id="_2012-011.prove.200">
<app:identifikasjon><app:Identifikasjon><app:lokalId>2012-011.prove.200</app:lokalId><app:navnerom>http://data.example.org/9999/Reguleringsplan</app:navnerom><app:versjonId>1</app:versjonId></app:Identifikasjon></app:identifikasjon>
<app:førsteDigitaliseringsdato>2024-01-15T00:00:00</app:førsteDigitaliseringsdato>
<app:oppdateringsdato>2024-01-15T00:00:00</app:oppdateringsdato>
<app:arealplanId><app:NasjonalArealplanId><app:kommunenummer>9999</app:kommunenummer><app:landkode>NO</app:landkode><app:planidentifikasjon>2012-011</app:planidentifikasjon></app:NasjonalArealplanId></app:arealplanId>
<app:vertikalnivå>2</app:vertikalnivå>
<app:område><gml:Polygon srsName="http://www.opengis.net/def/crs/EPSG/0/25833" srsDimension="2" gml:id="_2012-011.prove.200.g"><gml:exterior><gml:LinearRing><gml:posList>303195 7600750 303195 7600790 303225 7600790 303225 7600750 303195 7600750</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>303220 7600785 303200 7600785 303200 7600755 303220 7600755 303220 7600785</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></app:område>
<app:arealformål>3001</app:arealformål>
</app:RpArealformålOmråde></gml:featureMember>
</gml:FeatureCollection>
